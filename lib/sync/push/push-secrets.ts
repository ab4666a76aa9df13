import type { StoredWebhook } from '@/lib/db/linear-webhook';
import { AppError } from '@/lib/errors/app-error';
import { open } from '@/lib/secrets/sealed';

/**
 * Without those that were sealed with another APP_SECRET: what is signed with them is refused like anything else that
 * is not signed, and neither holds up the others nor tells a stranger about it.
 */
export function openSecrets(webhooks: Pick<StoredWebhook, 'id' | 'secretSealed'>[]): string[] {
  return webhooks.flatMap(({ id, secretSealed }) => openSecret(secretSealed, id) ?? []);
}

export function openSecret(sealed: string, id: string): string | null {
  try {
    return open(sealed, id);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
