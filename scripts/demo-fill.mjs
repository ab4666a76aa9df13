import { budgetNearEnd, listDaysUntil, planTime, secondsOf } from './demo-time.mjs';

const tasksOfPerson = 14;
const runningMinutes = 42;

/**
 * Does through the public API what a team does in a month: colleagues join by link, there are rates, everybody tracks time,
 * one project's budget nears its end, one report is kept, and the first colleague's timer runs. `owner` is signed in; its
 * `join(link, given)` answers a colleague who is. Answers how many entries there are.
 */
export async function fillDemoTime({ owner, colleagues, now, timeZone, days: daysBack = 31 }) {
  const today = dayOf(now);
  const days = listDaysUntil(today, daysBack);
  await setRates(owner, days[0]);
  const team = [{ call: owner.call, email: owner.email }];
  for (const colleague of colleagues) team.push(await invite(owner, colleague, timeZone));
  await setRate(owner, { kind: 'person', subjectId: team[1].id, amount: 11_000, effectiveFrom: days[0] });
  const runningSince = startOfRunning(now);
  const plans = await Promise.all(
    team.map(async ({ call, email }, place) => {
      const tasks = await listTasks(call, email);
      const until = place === 1 ? runningSince : now;
      return { call, tasks, entries: tasks.length === 0 ? [] : planTime({ seed: place + 1, days, tasks, until, at }) };
    }),
  );
  await Promise.all(plans.map(({ call, entries }) => addAll(call, entries)));
  await limitBusiestProject(owner, plans);
  await startTimer(plans[1], runningSince);
  // Early in a month, that month has little to show.
  const range = Number(today.slice(-2)) > 9 ? 'thisMonth' : 'lastMonth';
  const query = { range, groupBy: ['project', 'person'] };
  await owner.call('POST', '/api/v1/report-views', { name: 'Month by project and person', query });
  return plans.reduce((count, { entries }) => count + entries.length, 0);
}

async function setRates(owner, effectiveFrom) {
  await setRate(owner, { kind: 'installation', amount: 9_500, effectiveFrom });
}

async function setRate(owner, rate) {
  await owner.call('POST', '/api/v1/rates', rate);
}

async function invite(owner, { name, email, password }, timeZone) {
  const { url } = await owner.call('POST', '/api/v1/links', { email, role: 'member' });
  const token = new URL(url).pathname.split('/').at(-1);
  const { call, id } = await owner.join(token, { name, password, timeZone });
  return { call, id, email };
}

async function listTasks(call, email) {
  const query = new URLSearchParams({ assignee: email, limit: '60', sort: 'updated' });
  const { items } = await call('GET', `/api/v1/tasks?${query}`);
  return items.slice(0, tasksOfPerson);
}

/** One after the other, as they were made. */
async function addAll(call, entries) {
  for (const entry of entries) await call('POST', '/api/v1/time-entries', entry);
}

async function limitBusiestProject(owner, plans) {
  const used = new Map();
  for (const { tasks, entries } of plans) {
    const projectOf = new Map(tasks.map(({ id, project }) => [id, project.id]));
    for (const entry of entries) {
      const projectId = entry.projectId ?? projectOf.get(entry.taskId);
      used.set(projectId, (used.get(projectId) ?? 0) + secondsOf(entry));
    }
  }
  const [busiest] = [...used].sort(([, a], [, b]) => b - a);
  if (busiest === undefined) return;
  const [projectId, seconds] = busiest;
  await owner.call('PATCH', `/api/v1/projects/${projectId}`, {
    budget: { kind: 'hours', amount: budgetNearEnd(seconds) },
  });
}

async function startTimer({ call, tasks }, startedAt) {
  const task = tasks.find(({ status }) => status === 'in_progress') ?? tasks[0];
  if (task === undefined) return;
  await call('POST', '/api/v1/timer/start', { taskId: task.id, startedAt: startedAt.toISOString() });
}

/** A while ago, but today: over midnight a timer is asked about. */
function startOfRunning(now) {
  const midnight = at(dayOf(now), 0);
  return new Date(Math.max(midnight.getTime(), now.getTime() - runningMinutes * 60_000));
}

/** In the time zone of this machine, which is that of the demo's people. */
function at(day, minutes) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 0, minutes);
}

function dayOf(instant) {
  const two = (number) => String(number).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
