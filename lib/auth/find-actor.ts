import { role, weekStart } from '@/lib/contracts/person';
import { tokenScope } from '@/lib/contracts/token';
import { getApiTokenByHash, updateApiTokenUse } from '@/lib/db/api-token';
import { AppError } from '@/lib/errors/app-error';
import { minutes } from '@/lib/kit/sleep';
import { type Person, type PersonActor, requirePerson } from './actor';
import { authServer } from './auth-server';
import { hashSecretToken } from './secret-token';

export interface FoundActor {
  actor: PersonActor | null;
  /** Set-Cookie values that prolong the session; a server component cannot send them and asks for none. */
  cookies: string[];
}

/**
 * Who is calling: the owner of the bearer token, else of the session cookie, else nobody.
 * A token that is wrong, expired or revoked throws `unauthenticated`: it must not fall back to a cookie.
 */
export async function findActor(headers: Headers, now: Date, options: { prolong: boolean }): Promise<FoundActor> {
  const bearer = bearerOf(headers);
  if (bearer !== null) return { actor: await findTokenOwner(bearer, now), cookies: [] };
  return findSessionOwner(headers, options.prolong);
}

/** The bearer token of the call. Other schemes are not ours: a proxy in front may ask for a password of its own. */
export function bearerOf(headers: Headers): string | null {
  const match = /^Bearer(?: +(.*))?$/i.exec(headers.get('authorization')?.trim() ?? '');
  return match && (match[1] ?? '');
}

async function findTokenOwner(token: string, now: Date): Promise<PersonActor> {
  const refused = new AppError('unauthenticated', 'This API token is not valid: it is unknown, expired or revoked.', {
    hint: 'Make a new token in Settings.',
  });
  if (!/^tl_[\w-]{40}$/.test(token)) throw refused;
  const found = await getApiTokenByHash(hashSecretToken(token));
  if (found === null || found.user.deactivatedAt !== null) throw refused;
  if (found.expiresAt !== null && found.expiresAt <= now) throw refused;
  const notedBefore = new Date(now.getTime() - minutes(1));
  // Asked here too: even a write that finds nothing to change waits for its turn.
  if (found.lastUsedAt === null || found.lastUsedAt < notedBefore) await updateApiTokenUse(found.id, now, notedBefore);
  return asActor(found.user, { scope: tokenScope.parse(found.scope), via: 'token', sessionId: null });
}

async function findSessionOwner(headers: Headers, prolong: boolean): Promise<FoundActor> {
  // Without our cookie there is nothing to ask the database.
  if (!headers.get('cookie')?.includes('trackline.session_token')) return { actor: null, cookies: [] };
  const { api } = authServer(headers);
  const found = await api.getSession({ headers, query: { disableRefresh: !prolong }, returnHeaders: true });
  const cookies = prolong ? found.headers.getSetCookie() : [];
  if (found.response === null || found.response.user.deactivatedAt) return { actor: null, cookies };
  const { user, session } = found.response;
  return { actor: asActor(user, { scope: 'write', via: 'session', sessionId: session.id }), cookies };
}

interface KnownUser {
  id: string;
  name: string;
  email: string;
  role: string;
  timeZone: string;
  weekStart: number;
  timerLimitMinutes: number;
  weekTargetMinutes: number;
}

function asActor(user: KnownUser, how: Pick<Person, 'scope' | 'via' | 'sessionId'>): PersonActor {
  const { id: userId, name, email, timeZone, timerLimitMinutes, weekTargetMinutes } = user;
  return requirePerson({
    kind: 'person',
    userId,
    name,
    email,
    timeZone,
    role: role.parse(user.role),
    weekStart: weekStart.parse(user.weekStart),
    timerLimitMinutes,
    weekTargetMinutes,
    ...how,
  });
}
