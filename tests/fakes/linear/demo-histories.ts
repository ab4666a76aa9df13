import { WORK_REMARKS } from './demo-content-words';
import type { Issue, User } from './model';
import type { Random } from './random';
import { type WorkPiece, workMoment, workPieces } from './working-hours';
import type { Stay, Workspace } from './workspace';

const DAY_MS = 86_400_000;
const RECENT_DAYS = 14;
const OPEN_PIECES = 2;

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** States that an issue was in before the one it is in now, by the type of that. */
const FORMER: Readonly<Record<string, readonly string[]>> = {
  unstarted: ['backlog'],
  started: ['unstarted'],
  completed: ['unstarted', 'started'],
  canceled: ['backlog'],
  duplicate: ['backlog'],
};

function pastStays(issue: Issue, by: User, random: Random): Stay[] {
  const states = [...(FORMER[issue.state.type] ?? []), issue.state];
  const createdMs = Date.parse(issue.createdAt);
  const leftMs = Date.parse(issue.updatedAt) - createdMs;
  const shares = states.slice(1).map(() => random.next());
  const [first, ...later] = states;
  const moments = shares.sort((left, right) => left - right).map((share) => createdMs + share * leftMs);
  const latestMs = createdMs + leftMs;
  const moved = later.map((state, place) => {
    const at = iso(Math.min(workMoment(moments[place] ?? latestMs), latestMs));
    return { state, at, by };
  });
  return first === undefined ? [] : [{ state: first, at: issue.createdAt, by: issue.creator }, ...moved];
}

/** Every issue came through some states to the one it is in. */
export function addPastHistories(
  workspace: Workspace,
  issues: readonly Issue[],
  people: readonly User[],
  random: Random,
): void {
  for (const issue of issues) {
    if (FORMER[issue.state.type] === undefined) continue;
    workspace.setStateHistory(issue, pastStays(issue, issue.assignee ?? random.pick(people), random));
  }
}

/** The stays of an issue that was worked on in this piece and no longer, or that is still in progress since. */
function recentStays(issue: Issue, piece: WorkPiece, by: User): Stay[] {
  const begun = { state: 'started', at: iso(piece.startMs), by };
  const ended = { state: issue.state, at: iso(piece.endMs), by };
  const first = { state: 'unstarted', at: issue.createdAt, by: issue.creator };
  return issue.state.type === 'started' ? [first, { ...begun, state: issue.state }] : [first, begun, ended];
}

function candidatesOf(person: User, issues: readonly Issue[], beforeMs: number): Issue[] {
  const isFit = ({ assignee, archivedAt, createdAt, state }: Issue) =>
    assignee === person &&
    archivedAt === null &&
    Date.parse(createdAt) < beforeMs &&
    (state.type === 'completed' || state.type === 'unstarted');
  return issues.filter(isFit);
}

function work(workspace: Workspace, person: User, issue: Issue, piece: WorkPiece, random: Random): void {
  workspace.setStateHistory(issue, recentStays(issue, piece, person));
  const endedAt = iso(issue.state.type === 'started' ? piece.startMs : piece.endMs);
  if (endedAt > issue.updatedAt) workspace.issues.change(issue, { updatedAt: endedAt });
  if (!random.chance(0.35)) return;
  const createdAt = iso(piece.startMs + random.next() * (piece.endMs - piece.startMs));
  workspace.comment(issue, random.pick(WORK_REMARKS), person, { createdAt });
}

/** The last two weeks of everybody's work, in working hours: one issue after the other, the last ones still open. */
export function addRecentWork(
  workspace: Workspace,
  issues: readonly Issue[],
  people: readonly User[],
  random: Random,
): void {
  const untilMs = workspace.clock().getTime();
  const sinceMs = untilMs - RECENT_DAYS * DAY_MS;
  for (const person of people) {
    const pieces = workPieces({ sinceMs, untilMs }, random);
    const pool = candidatesOf(person, issues, sinceMs);
    const open = issues.filter((issue) => issue.assignee === person && issue.state.type === 'started');
    const openPieces = pieces.splice(-OPEN_PIECES).entries();
    for (const piece of pieces) {
      const issue = pool.splice(random.below(Math.max(1, pool.length)), 1)[0];
      if (issue === undefined) break;
      work(workspace, person, issue, piece, random);
    }
    for (const [place, piece] of openPieces) {
      const issue = open[place];
      if (issue !== undefined && Date.parse(issue.createdAt) < sinceMs) work(workspace, person, issue, piece, random);
    }
  }
}
