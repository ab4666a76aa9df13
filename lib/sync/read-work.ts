import type { LinearClient } from '@/lib/linear/client';
import { readIssues } from '@/lib/linear/read-issues';
import type { IssuePage } from '@/lib/linear/types';
import { nextWork, type WalkState, type Work } from './walk-state';

/** Which teams the run reads. `teamIds` null: all that the key can see. */
export interface Reach {
  teamIds: string[] | null;
}

/** A page that is on its way. */
export interface Pending {
  work: Work;
  page: Promise<IssuePage>;
}

/** Asks for the next page without waiting for it. Null: all is read, or the budget of pages is spent. */
export function startReading(
  client: LinearClient,
  state: WalkState,
  reach: Reach,
  budget: number,
  signal: AbortSignal,
): Pending | null {
  const work = budget > 0 ? nextWork(state) : null;
  if (!work) return null;
  const page = readWork(client, work, reach, signal);
  // Whoever awaits it hears of a failure; until then it is not an unhandled one.
  page.catch(() => undefined);
  return { work, page };
}

function readWork(client: LinearClient, work: Work, { teamIds }: Reach, signal: AbortSignal): Promise<IssuePage> {
  if (work.kind === 'walk') {
    const { before, seen } = work.walk.position;
    return readIssues(client, { by: 'createdAt', teamIds: [work.walk.teamId], before, exceptIds: seen }, signal);
  }
  const { stream, floor, before, seen } = work.window;
  if (stream === 'archived')
    return readIssues(client, { by: 'createdAt', teamIds, archivedFrom: floor, before, exceptIds: seen }, signal);
  const outside = stream === 'outside' ? { teamIds: null, notTeamIds: teamIds ?? [] } : { teamIds };
  return readIssues(client, { by: 'updatedAt', ...outside, updatedFrom: floor, before, exceptIds: seen }, signal);
}
