import { AppError } from '@/lib/errors/app-error';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { isScopeTrouble, linearWords } from '@/lib/linear/write-client';
import { formatWeekdayClock } from '@/lib/time/format-weekday-clock';
import { readOnlyKey } from './write-access';

/** What Linear refused, in its own words where it has any. Nothing was written. */
export function refusedError(error: AppError, timeZone: string): AppError {
  if (error instanceof LinearRateLimited) return limitedError(error, timeZone);
  const words = linearWords(error);
  if (isScopeTrouble(error)) return readOnlyKey(error);
  if (words === null || error.code === 'linear_auth_failed' || error.code === 'linear_plan_limit') return error;
  return new AppError('linear_refused', `Linear refused: ${words}`, { hint: 'Nothing was changed.', cause: error });
}

export function limitedError({ resetAt }: LinearRateLimited, timeZone: string): AppError {
  const at = formatWeekdayClock(resetAt.getTime(), timeZone);
  return new AppError('linear_rate_limited', `Linear's rate limit is used up until ${at}.`, {
    hint: 'Nothing was sent. Try again then.',
    details: { retryAt: resetAt.toISOString() },
  });
}

export function unknownError(writeId: string, cause: AppError): AppError {
  return new AppError('linear_write_unknown', 'Linear has not answered, so nobody knows yet whether it did this.', {
    hint: 'It is looked up by itself. Look again in a minute, before you do it once more.',
    details: { writeId },
    cause,
  });
}

/** What was sent is followed to its end at Linear, also when nothing of it can be kept here any more. */
export function doneAndDeletedError(): AppError {
  return new AppError('conflict', 'Linear did this, but its connection was deleted here meanwhile.', {
    hint: 'Look at the issue in Linear. Nothing here follows it any more.',
  });
}

export function unknownAndDeletedError(cause: AppError): AppError {
  return new AppError('conflict', 'Linear has not answered, and its connection was deleted here meanwhile.', {
    hint: 'Nobody here can find out any more whether Linear did this. Look at the issue in Linear.',
    cause,
  });
}

/** Reads a task that was just written to. It may have gone with its connection in that moment. */
export async function afterWriting<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof AppError && error.code === 'not_found' ? doneAndDeletedError() : error;
  }
}

export function goneError(why: string): AppError {
  return new AppError('linear_issue_gone', why, { hint: 'Its task here is kept, with all its time.' });
}

/** For questions that a person asks: a used-up limit is told with its time. */
export async function inTheirWords<T>(timeZone: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LinearRateLimited ? limitedError(error, timeZone) : error;
  }
}
