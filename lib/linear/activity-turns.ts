/** A stay of an issue in a state. Epoch milliseconds; null: it is there still. */
export interface StateStay {
  type: string | null;
  start: number;
  end: number | null;
}

export interface HistoryChange {
  at: number;
  actorId: string | null;
  fromAssigneeId: string | null;
  toAssigneeId: string | null;
}

export interface IssueActivity {
  id: string;
  identifier: string;
  createdAt: number;
  archivedAt: number | null;
  assigneeId: string | null;
  stays: StateStay[];
  changes: HistoryChange[];
}

/** An issue was in progress and assigned to the person. */
export interface IssueTurn {
  start: number;
  end: number | null;
  /** Which of the two came last, and began it. */
  began: 'state' | 'assigned';
}

/** In order; stays that follow one another without a break are one. */
export function turnsOf(issue: IssueActivity, userId: string): IssueTurn[] {
  const progress = joined(issue.stays.filter(({ type }) => type === 'started'));
  const held = assignedTo(issue, userId);
  const last = issue.archivedAt ?? Number.POSITIVE_INFINITY;
  return progress.flatMap((stay) =>
    held.flatMap((hold): IssueTurn[] => {
      const start = Math.max(stay.start, hold.start);
      const end = Math.min(stay.end ?? last, hold.end ?? last, last);
      if (start >= end) return [];
      return [{ start, end: Number.isFinite(end) ? end : null, began: hold.start > stay.start ? 'assigned' : 'state' }];
    }),
  );
}

interface Hold {
  start: number;
  end: number | null;
}

function joined(stays: readonly StateStay[]): Hold[] {
  const holds: Hold[] = [];
  for (const { start, end } of stays.toSorted((a, b) => a.start - b.start)) {
    const before = holds.at(-1);
    if (before && before.end !== null && start <= before.end)
      before.end = end === null ? null : Math.max(before.end, end);
    else if (!before || before.end !== null) holds.push({ start, end });
  }
  return holds;
}

/**
 * Since Linear writes nothing of an issue's first three minutes, whoever it was taken from first had it from its creation.
 * The last one has it as the issue itself says.
 */
function assignedTo({ createdAt, assigneeId, changes }: IssueActivity, userId: string): Hold[] {
  const handovers = changes
    .filter(({ fromAssigneeId, toAssigneeId }) => fromAssigneeId !== null || toAssigneeId !== null)
    .sort((a, b) => a.at - b.at);
  const starts = [createdAt, ...handovers.map(({ at }) => at)];
  const holders = [...handovers.map(({ fromAssigneeId }) => fromAssigneeId), assigneeId];
  const holds = holders.flatMap((holder, place): StateStay[] =>
    holder === userId ? [{ type: null, start: starts[place] ?? createdAt, end: starts[place + 1] ?? null }] : [],
  );
  return joined(holds);
}
