import { z } from 'zod';
import { type TokenInput, tokenInput } from '@/lib/contracts/token';
import { hours } from '@/lib/kit/sleep';

const expiry = z.enum(['7', '30', '90', '365', 'never']);

export const expiryOptions: readonly { value: z.infer<typeof expiry>; label: string }[] = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: 'never', label: 'Never' },
];

/** What the form asks: a span, of which the contract wants the end. */
export const tokenFields = tokenInput.omit({ expiresAt: true }).extend({ expiry });
export type TokenFields = z.infer<typeof tokenFields>;

export function asTokenInput({ expiry, ...token }: TokenFields, now: number): TokenInput {
  if (expiry === 'never') return token;
  return { ...token, expiresAt: new Date(now + hours(24 * Number(expiry))).toISOString() };
}
