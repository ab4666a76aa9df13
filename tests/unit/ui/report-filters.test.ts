import { createLoader, createSerializer } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import {
  customDays,
  fromReportQuery,
  groupsOf,
  hasReportFilters,
  isSameQuery,
  noReportFilters,
  reportFilterParsers,
  toReportQuery,
} from '@/app/(signed-in)/reports/report-filters';
import { type ReportQuery, reportQuery } from '@/lib/contracts/report';

const load = createLoader(reportFilterParsers);
const serialize = createSerializer(reportFilterParsers);
const read = (search: string) => load(new URLSearchParams(search));

const full: ReportQuery = {
  from: '2026-11-01',
  to: '2026-11-15',
  userId: ['u1', 'u2'],
  projectId: ['p1'],
  taskId: ['t1'],
  team: ['x'],
  linearProject: ['y'],
  cycle: ['z'],
  label: ['Striped, mostly', 'bug'],
  assignee: ['none', 'ada@trackline.example'],
  status: ['done'],
  tag: ['meeting'],
  billable: 'false',
  groupBy: ['week', 'person'],
  rounding: 'exact',
};

describe('the address of a report', () => {
  it('asks for this week by project when it says nothing', () => {
    const filters = read('');
    expect(toReportQuery(filters)).toEqual({ range: 'thisWeek', groupBy: ['project'] });
    expect(hasReportFilters(filters)).toBe(false);
  });

  it('gives a stored query back as it was', () => {
    const address = serialize(fromReportQuery(full));
    expect(toReportQuery(read(address))).toEqual(full);
    expect(toReportQuery(read(serialize(fromReportQuery({ range: 'lastMonth' }))))).toEqual({
      range: 'lastMonth',
      groupBy: ['project'],
    });
  });

  it('is always a query that the API takes', () => {
    for (const search of ['', 'range=lastYear&by=task,task', 'from=2026-11-20&to=2026-01-01', 'by=day,week,month']) {
      expect(reportQuery.safeParse(toReportQuery(read(search))).success).toBe(true);
    }
  });

  it('does without what makes no sense', () => {
    expect(customDays(read('from=2026-11-20&to=2026-01-01'))).toBeNull();
    expect(customDays(read('from=2026-02-31&to=2026-03-01'))).toBeNull();
    expect(customDays(read('from=2026-02-01'))).toBeNull();
    expect(groupsOf(read('by=nonsense'))).toEqual(['project']);
    expect(groupsOf(read('by=task,task'))).toEqual(['task']);
    expect(groupsOf(read('by=task,day,week'))).toEqual(['task', 'day']);
  });

  it('knows that it filters, and forgets it all at once', () => {
    const filters = read(serialize(fromReportQuery(full)));
    expect(hasReportFilters(filters)).toBe(true);
    const cleared = read(serialize({ ...filters, ...noReportFilters }));
    expect(hasReportFilters(cleared)).toBe(false);
    expect(customDays(cleared)).toEqual({ from: full.from, to: full.to });
  });
});

describe('a saved view', () => {
  it('is the same however things were chosen', () => {
    expect(isSameQuery(full, { ...full, label: ['bug', 'Striped, mostly'] })).toBe(true);
    expect(isSameQuery({}, { range: 'thisWeek', groupBy: ['project'], rounding: 'installation' })).toBe(true);
  });

  it('is edited when anything differs', () => {
    expect(isSameQuery(full, { ...full, groupBy: ['person', 'week'] })).toBe(false);
    expect(isSameQuery(full, { ...full, to: '2026-11-16' })).toBe(false);
    expect(isSameQuery(full, { ...full, label: ['bug'] })).toBe(false);
    expect(isSameQuery({ range: 'thisWeek' }, { range: 'lastWeek' })).toBe(false);
    expect(isSameQuery({}, { rounding: 'exact' })).toBe(false);
  });
});
