import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterLook, type Checkpoint, lateness, nextFloors, readCheckpoint } from '@/lib/sync/checkpoint';
import { makeIssue, makeLook, makePage } from '@/tests/support/sync-issue';

const empty = readCheckpoint('{}');
const dayMs = Date.UTC(2026, 2, 1);

function at(ms: number): Date {
  return new Date(dayMs + ms);
}

function issueAt(ms: number, id = `issue at ${ms}`) {
  const stamp = at(ms).toISOString();
  return makeIssue({ id, createdAt: stamp, updatedAt: stamp });
}

function look(before: Checkpoint, ms: number, stamps: number[], hasNextPage = false): Checkpoint {
  const page = makePage(
    stamps.map((stamp) => issueAt(stamp)),
    hasNextPage,
  );
  return afterLook(before, makeLook(page, at(ms)), nextFloors(before), { askedAt: at(ms), answeredAt: at(ms) });
}

describe('the checkpoint of looks', () => {
  it('has no floor before anything was seen', () => {
    expect(nextFloors(empty)).toEqual({ from: null, overlaps: true });
    expect(look(empty, 0, []).newest).toBeNull();
  });

  it('overlaps the look before by as long as a change may be late', () => {
    const { from } = nextFloors(look(empty, 100_000, [90_000]));
    expect(from).toBe(at(90_000 - lateness).toISOString());
  });

  it('asks for nothing that it knows, once as long has passed with no news', () => {
    const first = look(empty, 100_000, [90_000]);
    const second = look(first, 130_000, [90_000]);
    expect(nextFloors(second).from).toBe(at(90_000 - lateness + 30_000).toISOString());
    const third = look(second, 900_000, [90_000]);
    expect(nextFloors(third).from).toBe(at(90_001).toISOString());
  });

  it('keeps what a look left over as a window, and does not overlap until that is read', () => {
    const first = look(empty, 100_000, [90_000]);
    const second = look(first, 200_000, [199_000, 198_000], true);
    expect(second.windows).toEqual([
      {
        stream: 'changed',
        floor: at(30_000).toISOString(),
        before: at(198_001).toISOString(),
        seen: ['issue at 198000'],
      },
    ]);
    expect(nextFloors(second)).toEqual({ from: at(199_001).toISOString(), overlaps: false });
    expect(nextFloors({ ...second, windows: [] })).toEqual({
      from: at(199_000 - lateness).toISOString(),
      overlaps: true,
    });
  });

  it('passes over stamps that lie ahead of Linear', () => {
    const year = 365 * 86_400_000;
    expect(look(empty, 100_000, [year, 90_000]).newest).toBe(at(90_000).toISOString());
    const first = look(empty, 100_000, [90_000]);
    expect(look(first, 200_000, [year]).newest).toBe(at(90_000).toISOString());
    expect(look(empty, 100_000, [year]).newest).toBe(at(100_000 - 3_600_000).toISOString());
  });

  it('reads back what it wrote', () => {
    const written = look(look(empty, 100_000, [90_000]), 200_000, [199_000], true);
    expect(readCheckpoint(JSON.stringify(written))).toEqual(written);
  });

  const change = fc.record({ stampedMs: fc.nat(600_000), lateMs: fc.nat(lateness - 1) });
  const timing = fc.record({ pauseMs: fc.nat(150_000), sentMs: fc.nat(20_000), answeredMs: fc.nat(20_000) });

  it('leads, whatever is late and however slow the answers, to looks that together see every change', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        fc.array(timing, { maxLength: 25 }),
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        (changes, timings, skewMs) => {
          const rows = changes.map(({ stampedMs, lateMs }, place) => ({
            issue: issueAt(stampedMs, `change ${place}`),
            visibleMs: stampedMs + lateMs,
          }));
          const seen = new Set<string>();
          const start = { askedAt: at(skewMs), answeredAt: at(skewMs) };
          let checkpoint = afterLook(empty, makeLook(makePage([issueAt(0)]), at(0)), nextFloors(empty), start);
          let nowMs = 0;
          for (const { pauseMs, sentMs, answeredMs } of [...timings, { pauseMs: 700_000, sentMs: 0, answeredMs: 0 }]) {
            const askedMs = nowMs + pauseMs;
            const snapshotMs = askedMs + sentMs;
            nowMs = snapshotMs + answeredMs;
            const floors = nextFloors(checkpoint);
            const answer = rows.filter(
              ({ issue, visibleMs }) => visibleMs <= snapshotMs && issue.updatedAt >= (floors.from ?? ''),
            );
            for (const { issue } of answer) seen.add(issue.id);
            const page = makePage(answer.map(({ issue }) => issue));
            const times = { askedAt: at(askedMs + skewMs), answeredAt: at(nowMs + skewMs) };
            checkpoint = afterLook(checkpoint, makeLook(page, at(nowMs)), floors, times);
          }
          expect(rows.filter(({ issue }) => !seen.has(issue.id))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
