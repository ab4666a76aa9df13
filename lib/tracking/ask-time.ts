import { hours, minutes } from '@/lib/kit/sleep';
import { nextMidnight } from '@/lib/time/local-day';

/** With no answer for so long, the server stops the timer at the time that it asked for. */
export const answerTimeMs = hours(1);
export const longestTimerMs = hours(24);

interface Asked {
  timeZone: string;
  timerLimitMinutes: number;
}

/**
 * When a running timer is asked about: after the person's limit, counted from the start or from the last "still working",
 * at the next local midnight, and at the latest after 24 hours.
 */
export function askTime(startedAt: Date, countedFrom: Date, { timeZone, timerLimitMinutes }: Asked): Date {
  const from = new Date(Math.max(startedAt.getTime(), countedFrom.getTime()));
  const times = [
    from.getTime() + minutes(timerLimitMinutes),
    nextMidnight(from, timeZone).getTime(),
    startedAt.getTime() + longestTimerMs,
  ];
  return new Date(Math.min(...times));
}
