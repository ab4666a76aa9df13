import type { Me, PasswordChangeInput, ProfileInput } from '@/lib/contracts/person';
import { role, weekStart } from '@/lib/contracts/person';
import { getPasswordHash, updatePasswordHash } from '@/lib/db/account';
import { inTransaction } from '@/lib/db/client';
import { deleteSessions } from '@/lib/db/session';
import { getUser, type UserRow, updateUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { type Person, type PersonActor, requireSession } from './actor';
import { countAttempt, forgetAttempts, perAccount } from './limit-attempts';
import { hashPassword, isPassword } from './password';

export function showMe({ userId: id, name, email, role, timeZone, weekStart, ...time }: Person): Me {
  const { timerLimitMinutes, weekTargetMinutes } = time;
  return { id, name, email, role, timeZone, weekStart, timerLimitMinutes, weekTargetMinutes };
}

export async function showUser(userId: string): Promise<Me> {
  return asMe(must(await getUser(userId), 'this person'));
}

function asMe({ id, name, email, timeZone, timerLimitMinutes, weekTargetMinutes, ...user }: UserRow): Me {
  return {
    id,
    name,
    email,
    role: role.parse(user.role),
    timeZone,
    weekStart: weekStart.parse(user.weekStart),
    timerLimitMinutes,
    weekTargetMinutes,
  };
}

export async function changeProfile(actor: PersonActor, profile: ProfileInput): Promise<Me> {
  const { name, timeZone, weekStart, timerLimitMinutes, weekTargetMinutes } = profile;
  const change = {
    ...(name && { name }),
    ...(timeZone && { timeZone }),
    ...(weekStart !== undefined && { weekStart }),
    ...(timerLimitMinutes !== undefined && { timerLimitMinutes }),
    ...(weekTargetMinutes !== undefined && { weekTargetMinutes }),
  };
  return asMe(await updateUser(actor.userId, change));
}

/** Needs the current password; ends every other session of the person. Throws `wrong_password`. */
export async function changePassword(actor: PersonActor, input: PasswordChangeInput, now: Date): Promise<void> {
  const { userId, sessionId } = requireSession(actor);
  const key = `password:${userId}`;
  // Whoever sits down at an open browser must not be able to guess on and on.
  countAttempt(key, perAccount, now);
  const current = await getPasswordHash(userId);
  if (current === null || !(await isPassword(input.currentPassword, current))) {
    const message = 'This is not your current password.';
    throw new AppError('wrong_password', message, { errors: [{ path: 'currentPassword', message }] });
  }
  forgetAttempts(key);
  const next = await hashPassword(input.newPassword);
  await inTransaction(async (tx) => {
    await updatePasswordHash(userId, next, tx);
    await deleteSessions(userId, sessionId, tx);
  });
}
