import { z } from 'zod';
import { id, instant, timeZone } from './common';

export const role = z.enum(['admin', 'member']);
export type Role = z.infer<typeof role>;

export const weekStart = z.union([z.literal(0), z.literal(1), z.literal(6)]);
export const personName = z.string().trim().min(1, 'Enter a name.').max(100, 'Use at most 100 characters.');
export const email = z.string().trim().toLowerCase().pipe(z.email('Enter an e-mail address, like ada@example.com.'));
export const password = z.string().min(10, 'Use at least 10 characters.').max(128, 'Use at most 128 characters.');

export const timerLimitMinutes = z
  .number('Enter hours, like 8 or 7:30.')
  .int()
  .min(15, 'Enter at least 15 minutes.')
  .max(24 * 60, 'Enter at most 24 hours.');
export const weekTargetMinutes = z
  .number('Enter hours, like 40 or 37:30.')
  .int()
  .min(0, 'Enter no less than 0.')
  .max(7 * 24 * 60, 'A week has 168 hours.');

const minuteOfDay = z
  .number('Enter a time, like 9:00.')
  .int()
  .min(0)
  .max(24 * 60);
/** Drafts of time stay within these hours. */
export const workHours = {
  workStartMinutes: minuteOfDay,
  workEndMinutes: minuteOfDay,
  /** 0 Sunday to 6 Saturday. */
  workDays: z.array(z.number().int().min(0).max(6)).max(7),
};

export const me = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  timeZone: z.string(),
  weekStart,
  /** After so long a running timer is asked about. */
  timerLimitMinutes: z.number().int(),
  weekTargetMinutes: z.number().int(),
  ...workHours,
});
export type Me = z.infer<typeof me>;

export const setupInput = z.strictObject({ name: personName, email, password, timeZone: timeZone.optional() });
export type SetupInput = z.infer<typeof setupInput>;

export const profileInput = z
  .strictObject({ name: personName, timeZone, weekStart, timerLimitMinutes, weekTargetMinutes, ...workHours })
  .partial();
export type ProfileInput = z.infer<typeof profileInput>;

export const passwordChangeInput = z.strictObject({
  currentPassword: z.string().min(1, 'Enter your current password.').max(128),
  newPassword: password,
});
export type PasswordChangeInput = z.infer<typeof passwordChangeInput>;

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(['active', 'deactivated']),
  lastSeenAt: instant.nullable(),
  createdAt: instant,
});
export type Member = z.infer<typeof member>;

export const memberChange = z.strictObject({ role, active: z.boolean() }).partial();
export type MemberChange = z.infer<typeof memberChange>;

export const inviteInput = z.strictObject({ email, role: role.default('member') });
export type InviteInput = z.infer<typeof inviteInput>;

/** `url` is answered once, when the link is made: only the hash of its token is stored. */
export const accessLink = z.object({
  id,
  kind: z.enum(['invite', 'reset']),
  email: z.string(),
  role,
  expiresAt: instant,
  createdAt: instant,
});
export const newAccessLink = accessLink.extend({ url: z.string() });
export type AccessLink = z.infer<typeof accessLink>;
export type NewAccessLink = z.infer<typeof newAccessLink>;

/** What the person who opens a link is shown before signing in. */
export const accessLinkPreview = z.object({ kind: z.enum(['invite', 'reset']), email: z.string(), expiresAt: instant });
export type AccessLinkPreview = z.infer<typeof accessLinkPreview>;

export const acceptLinkInput = z.strictObject({ name: personName.optional(), password, timeZone: timeZone.optional() });
export type AcceptLinkInput = z.infer<typeof acceptLinkInput>;
