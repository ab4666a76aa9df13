import { type AcceptLinkInput, type AccessLinkPreview, role } from '@/lib/contracts/person';
import { type AccessLinkRow, getAccessLinkByHash, updateAccessLinkUsed } from '@/lib/db/access-link';
import { updatePasswordHash } from '@/lib/db/account';
import { inTransaction, type Tx } from '@/lib/db/client';
import { deleteSessions } from '@/lib/db/session';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { createPerson } from './create-person';
import { hashPassword } from './password';
import { hashSecretToken } from './secret-token';

const askAgain = 'Ask an admin for a new one.';

/** What the person who holds the link is shown. Throws `not_found` and `link_expired`. */
export async function previewLink(token: string, now: Date): Promise<AccessLinkPreview> {
  const { kind, email, expiresAt } = await requireOpenLink(token, now);
  return { kind: kind === 'reset' ? 'reset' : 'invite', email, expiresAt: expiresAt.toISOString() };
}

/**
 * Uses the link up: an invitation makes the person, a reset sets the password and ends all their sessions.
 * Answers whose password it is now, to sign them in with.
 */
export async function acceptLink(token: string, input: AcceptLinkInput, now: Date): Promise<{ email: string }> {
  const link = await requireOpenLink(token, now);
  const { name } = input;
  if (link.kind === 'invite' && name === undefined) {
    throw new AppError('validation_failed', 'Some values are not right.', {
      errors: [{ path: 'name', message: 'Enter a name.' }],
    });
  }
  const passwordHash = await hashPassword(input.password);
  await inTransaction(async (tx) => {
    // The claim: of two who open the link at once, one is told that it has been used.
    if (!(await updateAccessLinkUsed(link.id, now, tx))) throw used();
    if (link.kind === 'reset') return resetPassword(link, passwordHash, tx);
    const person = {
      name: name ?? '',
      email: link.email,
      role: role.parse(link.role),
      timeZone: input.timeZone ?? 'UTC',
    };
    await createPerson({ ...person, passwordHash, now }, tx);
  });
  return { email: link.email };
}

async function resetPassword({ userId }: AccessLinkRow, passwordHash: string, tx: Tx): Promise<void> {
  const user = userId === null ? null : await getUser(userId, tx);
  if (user === null || user.deactivatedAt !== null)
    throw new AppError('link_expired', 'This account is not active.', { hint: 'Ask an admin to reactivate it.' });
  await updatePasswordHash(user.id, passwordHash, tx);
  await deleteSessions(user.id, null, tx);
}

async function requireOpenLink(token: string, now: Date): Promise<AccessLinkRow> {
  const link = await getAccessLinkByHash(hashSecretToken(token));
  if (link === null)
    throw new AppError('not_found', 'This link is not known: it was revoked, replaced or copied in part.', {
      hint: askAgain,
    });
  if (link.usedAt !== null) throw used();
  if (link.expiresAt <= now) throw new AppError('link_expired', 'This link has expired.', { hint: askAgain });
  return link;
}

function used(): AppError {
  return new AppError('link_expired', 'This link has been used already.', {
    hint: 'Sign in, or ask an admin for a new one.',
  });
}
