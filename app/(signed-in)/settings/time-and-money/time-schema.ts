import { z } from 'zod';
import { installationChange, rounding } from '@/lib/contracts/installation';

const { lockBefore } = installationChange.shape;

export const timeSchema = z.object({
  rounding: rounding.extend({
    minutes: rounding.shape.minutes.or(z.nan()).refine((minutes) => !Number.isNaN(minutes), 'Enter whole minutes.'),
  }),
  refusesOverlaps: z.boolean(),
  lockBefore: z.string().refine((text) => lockBefore.safeParse(text || null).success, 'Choose a day.'),
});
