import { quota as quotaContract } from '@/lib/contracts/connection';
import type { StoredConnection } from '@/lib/db/connection';
import type { Bucket, Quota } from '@/lib/linear/types';
import { drainHints } from './hints-drain';
import { mostHintsARun } from './hints-limits';
import type { Storing } from './store';

/** A run that reads what deliveries named, and nothing else. */
export async function runHints(at: Storing): Promise<void> {
  // One that asks a single question would never learn how much is left: it knows what the run before it was told.
  at.client.pacing.learn(lastQuota(at.connection));
  await drainHints(at, mostHintsARun);
}

function lastQuota({ quota }: StoredConnection): Quota {
  const told = quota === null ? null : quotaContract.parse(JSON.parse(quota));
  return { requests: readBucket(told?.requests), complexity: readBucket(told?.complexity) };
}

function readBucket(
  told: { limit: number; remaining: number; resetAt: string | null } | null | undefined,
): Bucket | null {
  return told ? { ...told, resetAt: told.resetAt === null ? null : new Date(told.resetAt) } : null;
}
