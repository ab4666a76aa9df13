import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { appSecret } from '@/lib/config/app-secret';
import { config } from '@/lib/config/config';
import { accountAdapter } from '@/lib/db/account-adapter';
import { getUser } from '@/lib/db/user';
import { newId } from '@/lib/kit/new-id';
import { log } from '@/lib/log/log';
import { isOwnOrigin, isSecure } from './own-origin';

const daySeconds = 86_400;

export const accountDeactivated = 'ACCOUNT_DEACTIVATED';

function makeAuthServer(adapter: ReturnType<typeof accountAdapter>, secure: boolean) {
  return betterAuth({
    appName: 'Trackline',
    // Nothing is mailed and nothing redirects, so only the scheme matters: the person's own origin is trusted per request.
    baseURL: `${secure ? 'https' : 'http'}://localhost:${config().port}`,
    basePath: '/api/auth',
    secret: appSecret(),
    database: adapter,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => log()[level === 'info' ? 'debug' : level]({ from: 'better-auth' }, message),
    },
    // `limit-attempts.ts` does it: better-auth counts by an address that a client can make up.
    rateLimit: { enabled: false },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return request && origin && isOwnOrigin(origin, request.headers) ? [origin] : [];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      autoSignIn: false,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        timeZone: { type: 'string', input: false },
        weekStart: { type: 'number', input: false },
        timerLimitMinutes: { type: 'number', input: false },
        weekTargetMinutes: { type: 'number', input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: 30 * daySeconds, updateAge: 3_600, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'trackline',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await getUser(userId);
            if (user?.deactivatedAt === null) return;
            throw new APIError('FORBIDDEN', {
              code: accountDeactivated,
              message: 'This account is deactivated. Ask an admin to reactivate it.',
            });
          },
        },
      },
    },
  });
}

type AuthServer = ReturnType<typeof makeAuthServer>;
const servers = new WeakMap<object, Map<boolean, AuthServer>>();

/** better-auth on our database, with Secure cookies when the person came over https. */
export function authServer(headers: Headers): AuthServer {
  const adapter = accountAdapter();
  const secure = isSecure(headers);
  const known = servers.get(adapter) ?? new Map<boolean, AuthServer>();
  servers.set(adapter, known);
  const server = known.get(secure) ?? makeAuthServer(adapter, secure);
  known.set(secure, server);
  return server;
}
