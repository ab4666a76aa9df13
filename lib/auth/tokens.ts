import { type ApiToken, type NewApiToken, type TokenInput, tokenScope } from '@/lib/contracts/token';
import { type ApiTokenRow, createApiToken, deleteApiToken, listApiTokens } from '@/lib/db/api-token';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { type PersonActor, requireSession } from './actor';
import { hashSecretToken, makeSecretToken } from './secret-token';

/** The person's own tokens, newest first. */
export async function listTokens(actor: PersonActor): Promise<ApiToken[]> {
  return (await listApiTokens(actor.userId)).map(asToken);
}

/** The token itself is in this answer only: just its hash is stored. */
export async function createToken(actor: PersonActor, input: TokenInput, now: Date): Promise<NewApiToken> {
  const { userId } = requireSession(actor);
  const expiresAt = input.expiresAt === undefined ? null : new Date(input.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    const message = 'Choose a time in the future.';
    throw new AppError('validation_failed', 'The token would be expired already.', {
      errors: [{ path: 'expiresAt', message }],
    });
  }
  const token = makeSecretToken('tl_');
  const { name, scope } = input;
  const row = await createApiToken({
    id: newId(now.getTime()),
    userId,
    name,
    scope,
    tokenHash: hashSecretToken(token),
    expiresAt,
    createdAt: now,
  });
  return { ...asToken(row), token };
}

export async function revokeToken(actor: PersonActor, tokenId: string): Promise<void> {
  if (!(await deleteApiToken(tokenId, actor.userId))) throw new AppError('not_found', 'You have no such token.');
}

function asToken({ id, name, scope, expiresAt, lastUsedAt, createdAt }: ApiTokenRow): ApiToken {
  return {
    id,
    name,
    scope: tokenScope.parse(scope),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
