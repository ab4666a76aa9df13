import type { PersonActor } from '@/lib/auth/actor';
import type { LinearObjectOf, LinearProgress } from '@/lib/contracts/linear-collection';
import {
  type IssueSums,
  listIssueSums,
  listOpenSince,
  listTrackedSums,
  type ProgressKind,
} from '@/lib/db/linear-list-progress';
import { days } from '@/lib/kit/sleep';
import { localDay } from '@/lib/time/local-day';
import { listMirroredConnections } from './linear-reading-scope';

/** What ended longer ago than this is history: it is in the collection's own list. */
const lookBackMs = days(60);

/** Cycles or Linear projects with tracked hours against their scope: what is under way first, then what comes, then what is done. */
export async function listLinearProgress(
  actor: PersonActor,
  { of, connectionId }: { of: ProgressKind; connectionId?: string | undefined },
  now: Date,
): Promise<LinearProgress[]> {
  const connections = await listMirroredConnections(of, connectionId);
  const since = new Date(now.getTime() - lookBackMs).toISOString();
  const lists = await Promise.all(
    connections.map(async ({ id }) => {
      const [open, sums, tracked] = await Promise.all([
        listOpenSince(id, of, since),
        listIssueSums(id, of),
        listTrackedSums(id, of),
      ]);
      const sumsOf = new Map(sums.map((each) => [each.id, each]));
      return open
        .map((data) => (of === 'cycles' ? readCycle(data, actor, now) : readProject(data)))
        .map((each) => ({ ...each, ...countsOf(sumsOf.get(each.id)), trackedSeconds: tracked.get(each.id) ?? 0 }));
    }),
  );
  return lists.flat().sort(byUrgency);
}

type Subject = Pick<LinearProgress, 'id' | 'name' | 'team' | 'state' | 'startsOn' | 'endsOn' | 'progress'>;

function readCycle(data: string, { timeZone }: PersonActor, now: Date): Subject {
  const cycle: LinearObjectOf<'cycles'> = JSON.parse(data);
  const isOver = cycle.completedAt !== null || Date.parse(cycle.endsAt) <= now.getTime();
  return {
    id: cycle.id,
    name: cycle.name ?? `Cycle ${cycle.number}`,
    team: cycle.team,
    state: isOver ? 'completed' : Date.parse(cycle.startsAt) > now.getTime() ? 'upcoming' : 'active',
    startsOn: localDay(new Date(cycle.startsAt), timeZone),
    endsOn: localDay(new Date(cycle.endsAt), timeZone),
    progress: cycle.progress,
  };
}

function readProject(data: string): Subject {
  const project: LinearObjectOf<'projects'> = JSON.parse(data);
  const [team = null, ...others] = project.teams;
  return {
    id: project.id,
    name: project.name,
    team: others.length === 0 ? team : null,
    state: project.state,
    startsOn: project.startDate,
    endsOn: project.targetDate,
    progress: project.progress,
  };
}

function countsOf(sums: IssueSums | undefined): Omit<IssueSums, 'id'> {
  return {
    issues: sums?.issues ?? 0,
    doneIssues: sums?.doneIssues ?? 0,
    scope: sums?.scope ?? 0,
    doneScope: sums?.doneScope ?? 0,
  };
}

const order = ['active', 'started', 'upcoming', 'planned', 'backlog', 'paused', 'completed', 'canceled'];

/** Within a state what ends soonest first; of what is over, what ended last. */
function byUrgency(a: LinearProgress, b: LinearProgress): number {
  const rank = (each: LinearProgress) => (order.indexOf(each.state) + order.length) % order.length;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [ends, others] = [a.endsOn ?? '9999', b.endsOn ?? '9999'];
  const byEnd = ends < others ? -1 : ends > others ? 1 : 0;
  const isOver = a.state === 'completed' || a.state === 'canceled';
  return (isOver ? -byEnd : byEnd) || a.name.localeCompare(b.name);
}
