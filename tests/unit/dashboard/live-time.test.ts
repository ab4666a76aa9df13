import { expect, test } from 'vitest';
import { liveTime } from '@/app/(signed-in)/dashboard/live-time';
import type { TimeDashboard } from '@/lib/contracts/dashboard';

const project = (id: string) => ({ id, name: id, color: '#5b5bd6' });
const time: TimeDashboard = {
  today: { on: '2026-11-21', seconds: 600 },
  week: {
    weekOn: '2026-11-20',
    seconds: 1_600,
    targetSeconds: 144_000,
    days: [
      { on: '2026-11-20', seconds: 1_000 },
      { on: '2026-11-21', seconds: 600 },
    ],
  },
  projects: [
    { project: project('a'), seconds: 1_000 },
    { project: project('b'), seconds: 600 },
  ],
  running: [],
  recent: [],
  budgets: [],
  reviewCount: 0,
  reviewOn: null,
};

test('shows what is finished while nothing runs', () => {
  const live = liveTime(time, []);
  expect([live.todaySeconds, live.weekSeconds, live.days, live.projects]).toEqual([
    600,
    1_600,
    time.week.days,
    time.projects,
  ]);
});

test('counts what runs in its day, its week and its project, the largest first', () => {
  const live = liveTime(time, [{ on: '2026-11-21', seconds: 500, project: project('b') }]);
  expect([live.todaySeconds, live.weekSeconds, live.days[1]?.seconds]).toEqual([1_100, 2_100, 1_100]);
  expect(live.projects.map(({ project: { id }, seconds }) => [id, seconds])).toEqual([
    ['b', 1_100],
    ['a', 1_000],
  ]);
});

test('counts what has run since yesterday in yesterday', () => {
  const live = liveTime(time, [{ on: '2026-11-20', seconds: 500, project: project('c') }]);
  expect([live.todaySeconds, live.weekSeconds, live.days[0]?.seconds]).toEqual([600, 2_100, 1_500]);
  expect(live.projects.at(-1)).toMatchObject({ project: { id: 'c' }, seconds: 500 });
});

test('leaves out what has run since the week before', () => {
  expect(liveTime(time, [{ on: '2026-11-19', seconds: 500, project: project('a') }])).toEqual(liveTime(time, []));
});
