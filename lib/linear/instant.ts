import { z } from 'zod';

/** An instant of Linear's, always in the same form: stamps are compared as text. */
export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not an instant')
  .transform((text) => new Date(text).toISOString());
