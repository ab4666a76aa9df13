import type { Instant, Issue } from './model';

const DAY_MS = 86_400_000;
const STARTED_SHARE = 0.25;

/** An issue without an estimate counts as one point, as a new team's settings have it. */
function pointsOf(issue: Issue): number {
  return issue.estimate ?? 1;
}

function sum(issues: readonly Issue[]): number {
  return issues.reduce((total, issue) => total + pointsOf(issue), 0);
}

function counted(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue) => issue.canceledAt === null && issue.trashed !== true);
}

/** Completed points and a quarter of those in progress, of all. */
export function progressOf(issues: readonly Issue[]): number {
  const all = counted(issues);
  const total = sum(all);
  if (total === 0) return 0;
  const completed = sum(all.filter((issue) => issue.completedAt !== null));
  const started = sum(all.filter((issue) => issue.state.type === 'started'));
  return (completed + STARTED_SHARE * started) / total;
}

export function scopeOf(issues: readonly Issue[]): number {
  return sum(counted(issues));
}

export interface ScopeHistory {
  scopeHistory: number[];
  completedScopeHistory: number[];
  inProgressScopeHistory: number[];
  issueCountHistory: number[];
  completedIssueCountHistory: number[];
}

/** One entry for the end of each step from the start until now, by the stamps that the issues have today. */
export function scopeHistory(
  issues: readonly Issue[],
  span: { startsAt: Instant; endsAt: Instant; stepDays: number },
): ScopeHistory {
  const all = counted(issues);
  const history: ScopeHistory = {
    scopeHistory: [],
    completedScopeHistory: [],
    inProgressScopeHistory: [],
    issueCountHistory: [],
    completedIssueCountHistory: [],
  };
  const stepMs = span.stepDays * DAY_MS;
  for (let ms = Date.parse(span.startsAt) + stepMs; ms <= Date.parse(span.endsAt); ms += stepMs) {
    const at = new Date(ms).toISOString();
    const there = all.filter((issue) => issue.createdAt <= at);
    const done = there.filter((issue) => issue.completedAt !== null && issue.completedAt <= at);
    const begun = there.filter((issue) => issue.startedAt !== null && issue.startedAt <= at && !done.includes(issue));
    history.scopeHistory.push(sum(there));
    history.completedScopeHistory.push(sum(done));
    history.inProgressScopeHistory.push(sum(begun));
    history.issueCountHistory.push(there.length);
    history.completedIssueCountHistory.push(done.length);
  }
  return history;
}
