import { postponeHints } from '@/lib/db/webhook-hint';
import { readQuota } from '@/lib/sync/quota-text';
import type { Storing } from '@/lib/sync/store';
import { drainHints } from './hints-drain';
import { mostHintsARun, spacingMs } from './hints-limits';

/** A run that reads what deliveries named, and nothing else. */
export async function runHints(at: Storing): Promise<void> {
  // One that asks a single question would never learn how much is left: it knows what the run before it was told.
  at.client.pacing.learn(readQuota(at.connection.quota));
  await drainHints(at, mostHintsARun);
  // Whatever is left, or came meanwhile: runs without end, one right after the other, would eat the server up.
  await postponeHints(at.connection.id, new Date(at.now().getTime() + spacingMs(at.client.pacing.quota)), false);
}
