import { type Member, type MemberChange, role } from '@/lib/contracts/person';
import { deleteOpenAccessLinks, deleteOpenAccessLinksBy } from '@/lib/db/access-link';
import { deleteApiTokens } from '@/lib/db/api-token';
import { inTransaction, type Tx } from '@/lib/db/client';
import { deleteSessions } from '@/lib/db/session';
import {
  getActiveAdminCount,
  getUser,
  listUsers,
  type UserRow,
  type UserWithLastSeen,
  updateUser,
} from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { type AdminActor, type AdminPerson, requireSession } from './actor';

export async function listMembers(_actor: AdminActor): Promise<Member[]> {
  return (await listUsers()).map(asMember);
}

/**
 * Changes the role, deactivates or reactivates. A deactivated person's sessions, tokens and open links end at once, and
 * with the role of an admin go the links that they handed out. A token makes no admins. Throws `not_found`, `last_admin` (somebody must be able to let people in), and `forbidden` for oneself.
 */
export async function changeMember(
  actor: AdminPerson,
  userId: string,
  change: MemberChange,
  now: Date,
): Promise<Member> {
  if (change.role === 'admin') requireSession(actor);
  await inTransaction(async (tx) => {
    const user = await getUser(userId, tx);
    if (user === null) throw new AppError('not_found', 'There is no such member.');
    const next = { role: change.role ?? user.role, deactivatedAt: deactivatedAfter(user, change, now) };
    if (next.role === user.role && next.deactivatedAt === user.deactivatedAt) return;
    if (next.role !== 'admin' || next.deactivatedAt !== null) await refuseLastAdmin(user, tx);
    if (actor.userId === userId) {
      throw new AppError('forbidden', 'You cannot change your own role or deactivate yourself.', {
        hint: 'Ask another admin.',
      });
    }
    await updateUser(userId, next, tx);
    if (next.role !== 'admin' || next.deactivatedAt !== null) await deleteOpenAccessLinksBy(userId, tx);
    if (next.deactivatedAt === null) return;
    await deleteSessions(userId, null, tx);
    await deleteApiTokens(userId, tx);
    await deleteOpenAccessLinks(user.email, tx);
  });
  const member = (await listUsers()).find(({ id }) => id === userId);
  if (member === undefined) throw new AppError('not_found', 'There is no such member.');
  return asMember(member);
}

function deactivatedAfter(user: UserRow, { active }: MemberChange, now: Date): Date | null {
  if (active === undefined) return user.deactivatedAt;
  return active ? null : (user.deactivatedAt ?? now);
}

/** Inside the transaction that takes the role away: of two admins who deactivate each other, one must stay. */
async function refuseLastAdmin(user: UserRow, tx: Tx): Promise<void> {
  const isActiveAdmin = user.role === 'admin' && user.deactivatedAt === null;
  if (!isActiveAdmin || (await getActiveAdminCount(tx)) > 1) return;
  throw new AppError('last_admin', 'This is the last active admin.', { hint: 'Make somebody else an admin first.' });
}

function asMember({ id, name, email, createdAt, ...user }: UserWithLastSeen): Member {
  return {
    id,
    name,
    email,
    role: role.parse(user.role),
    state: user.deactivatedAt === null ? 'active' : 'deactivated',
    lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
