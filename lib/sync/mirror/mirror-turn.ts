import { listMovingObjects } from '@/lib/db/linear-object';
import { lookRows, mostInTurn } from '@/lib/linear/collections-look';
import type { Mirror } from './mirror';

/**
 * What Linear counts of a cycle or project (progress, scope) moves without a stamp, so those under way ride along in every look.
 * Where they are more than fit beside the changes they take turns, by id: each has one again after as many looks as that takes.
 */
export async function nextInTurn(mirror: Mirror, now: Date): Promise<string[] | null> {
  if (mirror.walk === 'pending') return null;
  const moving = await listMovingObjects(mirror.connectionId, mirror.collection, now);
  if (moving.length <= lookRows) return null;
  const next = moving.findIndex((id) => mirror.turn === null || id > mirror.turn);
  const from = Math.max(0, next);
  return [...moving.slice(from), ...moving.slice(0, from)].slice(0, mostInTurn);
}

export function afterTurn(mirror: Mirror, inTurn: string[] | null): Mirror {
  return { ...mirror, turn: inTurn?.at(-1) ?? null };
}
