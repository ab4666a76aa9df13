import { z } from 'zod';
import { day, dayInput } from './common';
import { roundingModes } from './values';

/** ISO 4217, as the runtime knows it. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Choose a currency, like EUR.');

export const rounding = z.strictObject({
  mode: z.enum(roundingModes),
  minutes: z.number().int().min(1, 'Enter at least 1 minute.').max(240, 'Enter at most 240 minutes.'),
  /** day: what one person has on one task (or project alone) in one day is rounded as a whole. */
  per: z.enum(['entry', 'day']),
});
export type Rounding = z.infer<typeof rounding>;

/** What holds for everyone. Rounding is for reports: nothing rounded is ever stored. */
export const installation = z.object({
  currency: z.string(),
  /** Digits of a minor unit: 2 for EUR, 0 for JPY. */
  currencyDigits: z.number().int(),
  overlaps: z.enum(['allow', 'refuse']),
  /** Days before this one are locked: only admins change time there. */
  lockBefore: day.nullable(),
  rounding,
  membersSeeMoney: z.boolean(),
});
export type Installation = z.infer<typeof installation>;

export const installationChange = z
  .strictObject({
    currency,
    overlaps: z.enum(['allow', 'refuse']),
    lockBefore: dayInput.nullable(),
    rounding,
    membersSeeMoney: z.boolean(),
  })
  .partial();
export type InstallationChange = z.infer<typeof installationChange>;
