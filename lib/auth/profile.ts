import type { Me, PasswordChangeInput, ProfileInput } from '@/lib/contracts/person';
import { role, weekStart } from '@/lib/contracts/person';
import { getPasswordHash, updatePasswordHash } from '@/lib/db/account';
import { inTransaction } from '@/lib/db/client';
import { deleteSessions } from '@/lib/db/session';
import { getUser, type UserRow, updateUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { type PersonActor, requireSession } from './actor';
import { countAttempt, forgetAttempts, perAccount } from './limit-attempts';
import { hashPassword, isPassword } from './password';

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
    workStartMinutes: user.workStartMinutes,
    workEndMinutes: user.workEndMinutes,
    workDays: readWorkDays(user.workDays),
  };
}

export async function changeProfile(actor: PersonActor, profile: ProfileInput): Promise<Me> {
  const { name, timeZone, weekStart, timerLimitMinutes, weekTargetMinutes } = profile;
  const { workStartMinutes, workEndMinutes, workDays } = profile;
  refuseEmptyDay(must(await getUser(actor.userId), 'this person'), profile);
  const change = {
    ...(name && { name }),
    ...(timeZone && { timeZone }),
    ...(weekStart !== undefined && { weekStart }),
    ...(timerLimitMinutes !== undefined && { timerLimitMinutes }),
    ...(weekTargetMinutes !== undefined && { weekTargetMinutes }),
    ...(workStartMinutes !== undefined && { workStartMinutes }),
    ...(workEndMinutes !== undefined && { workEndMinutes }),
    ...(workDays !== undefined && { workDays: [...new Set(workDays)].sort().join(',') }),
  };
  return asMe(await updateUser(actor.userId, change));
}

function refuseEmptyDay(stored: UserRow, { workStartMinutes, workEndMinutes }: ProfileInput): void {
  if ((workStartMinutes ?? stored.workStartMinutes) < (workEndMinutes ?? stored.workEndMinutes)) return;
  const message = 'The end of the working day comes after its start.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'workEndMinutes', message }] });
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

function readWorkDays(text: string): number[] {
  return text === '' ? [] : text.split(',').map(Number);
}
