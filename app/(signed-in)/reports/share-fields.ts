import { z } from 'zod';
import { day } from '@/lib/contracts/common';
import type { ReportQuery, ReportShareInput } from '@/lib/contracts/report';
import { hours, seconds } from '@/lib/kit/sleep';
import { addDays, startOfDay } from '@/lib/time/local-day';

const expiry = z.enum(['7', '30', '90', 'date', 'never']);

export const expiryOptions: readonly { value: z.infer<typeof expiry>; label: string }[] = [
  { value: '7', label: 'After 7 days' },
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: 'date', label: 'On a date' },
  { value: 'never', label: 'Never' },
];

/** What the form asks; `lastDay` counts when the expiry is a date. */
export const shareFields = z
  .object({
    name: z.string().trim().min(1, 'Name the report.').max(80, 'Use at most 80 characters.'),
    showsMoney: z.boolean(),
    expiry,
    lastDay: z.string(),
  })
  .refine(({ expiry, lastDay }) => expiry !== 'date' || day.safeParse(lastDay).success, {
    path: ['lastDay'],
    message: 'Enter the last day.',
  });
export type ShareFields = z.infer<typeof shareFields>;

type Now = { now: number; timeZone: string };

/** The contract wants an instant: a last day is open to its last second. */
export function asShareInput(fields: ShareFields, query: ReportQuery, { now, timeZone }: Now): ReportShareInput {
  const { name, showsMoney, expiry, lastDay } = fields;
  const input = { name, query, showsMoney };
  if (expiry === 'never') return input;
  if (expiry === 'date') {
    const midnight = startOfDay(addDays(lastDay, 1), timeZone);
    return { ...input, expiresAt: new Date(midnight.getTime() - seconds(1)).toISOString() };
  }
  return { ...input, expiresAt: new Date(now + hours(24 * Number(expiry))).toISOString() };
}
