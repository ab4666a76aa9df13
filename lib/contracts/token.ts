import { z } from 'zod';
import { id, instant } from './common';

export const tokenScope = z.enum(['read', 'write']);
export type TokenScope = z.infer<typeof tokenScope>;
export const tokenInput = z.strictObject({
  name: z.string().trim().min(1, 'Name the token, so that you know it later.').max(60),
  scope: tokenScope,
  expiresAt: instant.optional(),
});
export type TokenInput = z.infer<typeof tokenInput>;

export const apiToken = z.object({
  id,
  name: z.string(),
  scope: tokenScope,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  createdAt: instant,
});
export const newApiToken = apiToken.extend({ token: z.string() });
export type ApiToken = z.infer<typeof apiToken>;
export type NewApiToken = z.infer<typeof newApiToken>;
