import { type AccessLink, type InviteInput, type NewAccessLink, role } from '@/lib/contracts/person';
import {
  type AccessLinkRow,
  createAccessLink,
  deleteAccessLink,
  deleteOpenAccessLinks,
  listOpenInvites,
  type NewAccessLinkRow,
} from '@/lib/db/access-link';
import { inTransaction } from '@/lib/db/client';
import { getUser, getUserByEmail } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { hours } from '@/lib/kit/sleep';
import { type AdminActor, type AdminPerson, requireSession } from './actor';
import { hashSecretToken, makeSecretToken } from './secret-token';

const inviteLasts = hours(7 * 24);
const resetLasts = hours(24);

/** Invitations that nobody has used; the expired ones too. */
export async function listInvites(_actor: AdminActor): Promise<AccessLink[]> {
  return (await listOpenInvites()).map(asLink);
}

/** A link to join; it replaces an earlier one to the same address. Not with a token. Throws `email_taken`. */
export async function invite(
  actor: AdminPerson,
  { email, role }: InviteInput,
  origin: string,
  now: Date,
): Promise<NewAccessLink> {
  requireSession(actor);
  const member = await getUserByEmail(email);
  if (member !== null) {
    const message = 'Somebody with this e-mail address is here already.';
    const hint =
      member.deactivatedAt === null
        ? 'They can sign in, or you make them a reset link.'
        : 'Reactivate them in the list of members.';
    throw new AppError('email_taken', message, { hint, errors: [{ path: 'email', message }] });
  }
  const expiresAt = new Date(now.getTime() + inviteLasts);
  return makeLink(
    { kind: 'invite', email, role, userId: null, createdById: actor.userId, expiresAt, createdAt: now },
    origin,
  );
}

/** A link to set a new password; it replaces an earlier one. Not with a token. Throws `not_found`, and `conflict` for a deactivated member. */
export async function makeResetLink(
  actor: AdminPerson,
  userId: string,
  origin: string,
  now: Date,
): Promise<NewAccessLink> {
  requireSession(actor);
  const user = await getUser(userId);
  if (user === null) throw new AppError('not_found', 'There is no such member.');
  if (user.deactivatedAt !== null)
    throw new AppError('conflict', 'This member is deactivated.', { hint: 'Reactivate them first.' });
  const expiresAt = new Date(now.getTime() + resetLasts);
  const { email } = user;
  return makeLink(
    { kind: 'reset', email, role: user.role, userId, createdById: actor.userId, expiresAt, createdAt: now },
    origin,
  );
}

export async function revokeLink(_actor: AdminActor, linkId: string): Promise<void> {
  if (!(await deleteAccessLink(linkId))) throw new AppError('not_found', 'There is no such open link.');
}

async function makeLink(link: Omit<NewAccessLinkRow, 'id' | 'tokenHash'>, origin: string): Promise<NewAccessLink> {
  const token = makeSecretToken();
  const id = newId(link.createdAt.getTime());
  const row = await inTransaction(async (tx) => {
    await deleteOpenAccessLinks(link.email, tx);
    return createAccessLink({ ...link, id, tokenHash: hashSecretToken(token) }, tx);
  });
  return { ...asLink(row), url: `${origin}/join/${token}` };
}

function asLink({ id, kind, email, expiresAt, createdAt, ...link }: AccessLinkRow): AccessLink {
  return {
    id,
    kind: kind === 'reset' ? 'reset' : 'invite',
    email,
    role: role.parse(link.role),
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
