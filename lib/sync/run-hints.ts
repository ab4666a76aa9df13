import { postponeHints } from '@/lib/db/webhook-hint';
import { drainHints } from './hints-drain';
import { mostHintsARun, spacingMs } from './hints-limits';
import { readQuota } from './quota-text';
import type { Storing } from './store';

/** A run that reads what deliveries named, and nothing else. */
export async function runHints(at: Storing): Promise<void> {
  // One that asks a single question would never learn how much is left: it knows what the run before it was told.
  at.client.pacing.learn(readQuota(at.connection.quota));
  await drainHints(at, mostHintsARun);
  // Whatever is left, or came meanwhile: runs without end, one right after the other, would eat the server up.
  await postponeHints(at.connection.id, new Date(at.now().getTime() + spacingMs(at.client.pacing.quota)), false);
}
