import { beforeAll, describe, expect, test } from 'vitest';
import type { IssueStateSpan } from '@/tests/fakes/linear/activity-model';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import { Random } from '@/tests/fakes/linear/random';
import { workMoment, workPieces } from '@/tests/fakes/linear/working-hours';
import type { Workspace } from '@/tests/fakes/linear/workspace';

const NOW = Date.parse('2026-03-11T15:00:00.000Z');
const DAY_MS = 86_400_000;
const clock = () => new Date(NOW);

let workspace: Workspace;

beforeAll(() => {
  workspace = makeDemoWorkspace({ clock }).workspace;
});

function isWorkingTime(instant: string): boolean {
  const at = new Date(instant);
  const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
  return at.getUTCDay() % 6 !== 0 && minute >= 9 * 60 && minute <= 17 * 60 + 30;
}

/** The finished stays in progress of the last two weeks, by the name of whom the issue is assigned to. */
function recentStays(name: string): IssueStateSpan[] {
  const since = new Date(NOW - 14 * DAY_MS).toISOString();
  const own = [...workspace.issues.values()].filter((issue) => issue.assignee?.name === name);
  const spans = own.flatMap((issue) => workspace.log.spansOf(issue));
  return spans.filter((span) => span.state.type === 'started' && span.startedAt >= since && span.endedAt !== null);
}

describe('the demo workspace', () => {
  test('has something of every collection, dated between the start of its story and now', () => {
    const now = workspace.now();
    const tables = {
      ...{ documents: workspace.documents, milestones: workspace.milestones, cycles: workspace.cycles },
      ...{ comments: workspace.comments, attachments: workspace.attachments, relations: workspace.relations },
      ...{ notifications: workspace.notifications, projectUpdates: workspace.projectUpdates },
    };
    for (const [name, table] of Object.entries(tables)) {
      const rows = [...table.values()];
      expect(rows.length, name).toBeGreaterThan(5);
      if (name !== 'cycles')
        expect(
          rows.filter((row) => row.createdAt > now),
          name,
        ).toEqual([]);
    }
    expect([...workspace.comments.values()].some((comment) => comment.parent !== null)).toBe(true);
    expect([...workspace.issues.values()].some((issue) => issue.projectMilestone !== null)).toBe(true);
  });

  test.each(['Ada Whitfield', 'Bruno Castellan', 'Chiara Lindqvist'])(
    'knows of %s what was in progress on most of the last ten workdays',
    (name) => {
      const days = new Set(recentStays(name).map((span) => span.startedAt.slice(0, 10)));
      expect(days.size).toBeGreaterThanOrEqual(8);
    },
  );

  test('has nobody work at night or on a weekend', () => {
    const pieces = recentStays('Ada Whitfield').filter(
      (span) => span.startedAt.slice(0, 10) === span.endedAt?.slice(0, 10),
    );
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.filter((span) => !isWorkingTime(span.startedAt) || !isWorkingTime(span.endedAt ?? ''))).toEqual([]);
  });

  test('tells of each issue one unbroken row of states that ends in the one it is in', () => {
    for (const issue of workspace.issues.values()) {
      const spans = workspace.log.spansOf(issue);
      expect(spans[0]?.startedAt).toBe(issue.createdAt);
      expect(spans.at(-1)).toMatchObject({ state: issue.state, endedAt: null });
      for (const [place, span] of spans.entries()) {
        if (span.endedAt !== null) expect(spans[place + 1]?.startedAt).toBe(span.endedAt);
        expect(span.startedAt <= issue.updatedAt).toBe(true);
      }
    }
  });

  test('is the same for the same seed', () => {
    const tell = (seed: number) => {
      const { workspace: own } = makeDemoWorkspace({ clock, seed, issues: 40 });
      const issues = [...own.issues.values()].map((issue) => [issue.id, own.log.historyOf(issue).map(({ id }) => id)]);
      const rows = [own.comments, own.documents, own.attachments, own.notifications];
      return [issues, rows.map((table) => [...table.values()].map(({ id, createdAt }) => [id, createdAt]))];
    };
    expect(tell(3)).toEqual(tell(3));
    expect(tell(3)).not.toEqual(tell(4));
  });

  test('is as large as it is told to be', () => {
    const { workspace: large } = makeDemoWorkspace({
      clock,
      issues: 300,
      comments: 900,
      attachments: 70,
      relations: 0,
    });
    const { issues, comments, attachments, relations } = large;
    expect([issues.size, comments.size, attachments.size, relations.size]).toEqual([300, 900, 70, 0]);
  });
});

describe('working hours', () => {
  test('move a night to the next morning and a weekend to Monday', () => {
    const moved = (at: string) => new Date(workMoment(Date.parse(at))).toISOString();
    expect(moved('2026-03-11T10:30:00.000Z')).toBe('2026-03-11T10:30:00.000Z');
    expect(moved('2026-03-11T03:10:00.000Z')).toBe('2026-03-11T09:10:00.000Z');
    expect(moved('2026-03-11T22:20:00.000Z')).toBe('2026-03-12T09:20:00.000Z');
    expect(moved('2026-03-14T12:00:00.000Z')).toBe('2026-03-16T09:00:00.000Z');
  });

  test('hold one piece of work after the other, none of them to come', () => {
    const pieces = workPieces({ sinceMs: NOW - 14 * DAY_MS, untilMs: NOW }, new Random(1));
    for (const [place, piece] of pieces.entries()) {
      expect(piece.endMs).toBeGreaterThan(piece.startMs);
      expect(piece.startMs).toBeGreaterThan(pieces[place - 1]?.endMs ?? 0);
    }
    expect(pieces.at(-1)?.endMs).toBeLessThanOrEqual(NOW);
  });
});
