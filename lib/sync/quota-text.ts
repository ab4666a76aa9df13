import { quota as quotaContract } from '@/lib/contracts/connection';
import type { Bucket, Quota } from '@/lib/linear/types';

/** What a run was told last of the rate limit, as the connection keeps it. */
export function readQuota(text: string | null): Quota {
  const told = text === null ? null : quotaContract.parse(JSON.parse(text));
  return { requests: readBucket(told?.requests), complexity: readBucket(told?.complexity) };
}

function readBucket(
  told: { limit: number; remaining: number; resetAt: string | null } | null | undefined,
): Bucket | null {
  return told ? { ...told, resetAt: told.resetAt === null ? null : new Date(told.resetAt) } : null;
}
