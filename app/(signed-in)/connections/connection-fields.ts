import { z } from 'zod';
import { apiKey, cron, maxPagesPerRun, statusMapping, teamKeys } from '@/lib/contracts/connection';

export const teamChoice = z
  .object({ all: z.boolean(), keys: teamKeys, typed: z.string(), unknown: z.array(z.string()) })
  .refine((choice) => choice.unknown.length === 0, { message: 'Some typed keys are no teams of this workspace.' })
  .refine((choice) => choice.all || choice.keys.length > 0, { message: 'Choose at least one team.' });

/** What both forms share; the fields are the contract's, but the teams, which are ticked or typed. */
export const settingsForm = z.object({
  name: z.string().trim().max(100, 'Use at most 100 characters.'),
  teams: teamChoice,
  statusMapping,
  schedule: z.object({ enabled: z.boolean(), cron, timeZone: z.string() }),
  maxPagesPerRun,
});

export const newConnectionForm = settingsForm.extend({ apiKey });
