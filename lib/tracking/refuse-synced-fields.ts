import { AppError } from '@/lib/errors/app-error';

/** Throws `synced_field`, naming each field of the change that belongs to Linear. */
export function refuseSyncedFields(what: 'project' | 'task', change: object, ownFields: readonly string[]): void {
  const refused = Object.keys(change).filter((field) => !ownFields.includes(field));
  if (refused.length === 0) return;
  const message = 'This belongs to Linear. Change it there.';
  throw new AppError('synced_field', `This ${what} is imported: ${refused.join(', ')} can only be changed in Linear.`, {
    hint: `Here you can change ${ownFields.join(', ')}.`,
    errors: refused.map((path) => ({ path, message })),
  });
}
