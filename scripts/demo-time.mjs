// A month of plausible time, the same for the same seed and day. Pure: it knows neither the API nor the clock.

const minute = 60;
const workdayStarts = 9 * 60;
const workdayEnds = 17 * 60 + 30;
const earliestLunch = 12 * 60;

const meetings = [
  { name: 'Stand-up', at: 9 * 60 + 45, minutes: 15 },
  { name: 'Planning', at: 14 * 60, minutes: 60, weekday: 1 },
  { name: 'Design review', at: 15 * 60, minutes: 45, weekday: 3 },
  { name: 'Demo and retrospective', at: 16 * 60, minutes: 60, weekday: 5 },
];

const work = [
  { description: '', weight: 9 },
  { description: 'First version', weight: 3 },
  { description: 'Tests', weight: 3 },
  { description: 'Comments of the review', weight: 3, tags: ['review'] },
  { description: 'Pairing', weight: 2, tags: ['pairing'] },
  { description: 'Looking for the cause', weight: 2, tags: ['bug'] },
  { description: 'Call with the customer', weight: 1, tags: ['call'] },
  { description: 'Learning the library', weight: 1, tags: ['learning'], billable: false },
].flatMap(({ weight, ...details }) => Array.from({ length: weight }, () => details));

/**
 * Time of one person from the first to the last day: entries as POST /api/v1/time-entries takes them, the oldest first.
 * `at(day, minutes)` is the instant of a wall time; nothing ends after `until`. The last afternoon before the last day was
 * forgotten, so that there is something to reconstruct.
 */
export function planTime({ seed, days, tasks, until, at }) {
  const random = randomOf(seed);
  const hands = takeInHand(random, tasks, []);
  const meetingProjectId = mostFrequent(tasks.map(({ project }) => project.id));
  const forgotten = days.slice(0, -1).filter(isWorkday).at(-1);
  return days.filter(isWorkday).flatMap((day) => {
    const planned = planDay({ random, day, hands, meetingProjectId });
    const entries = day === forgotten ? planned.filter(({ start }) => start < earliestLunch) : planned;
    // From day to day one of the tasks in hand is done, and another is begun.
    if (random() < 0.6) hands.splice(0, hands.length, ...takeInHand(random, tasks, hands.slice(1)));
    return random() < 0.04 ? [] : entries.flatMap((entry) => toInput(entry, day, { at, until }));
  });
}

function planDay({ random, day, hands, meetingProjectId }) {
  const due = meetings.filter(({ weekday }) => weekday === undefined || weekday === weekdayOf(day));
  const entries = [];
  let now = workdayStarts + between(random, -10, 15);
  let hasEaten = false;
  while (now < workdayEnds - 20) {
    const meeting = due[0];
    if (meeting !== undefined && now >= meeting.at - 10) {
      due.shift();
      const { name, minutes } = meeting;
      const details = { description: name, tags: ['meeting'], billable: false };
      entries.push({ projectId: meetingProjectId, start: now, minutes, ...details });
      now += minutes;
    } else if (!hasEaten && now >= earliestLunch) {
      hasEaten = true;
      now += between(random, 30, 50);
    } else {
      const end = Math.min(now + between(random, 55, 130), nextStop(now, meeting, hasEaten));
      entries.push({ start: now, minutes: end - now, ...workOn(random, hands) });
      now = end + between(random, 0, 6);
    }
  }
  return entries;
}

/** Work pauses for the next meeting, for lunch, and for the evening. */
function nextStop(now, meeting, hasEaten) {
  const stops = [workdayEnds + 5, ...(meeting ? [meeting.at] : []), ...(hasEaten ? [] : [earliestLunch + 25])];
  return Math.max(now + 10, Math.min(...stops.filter((stop) => stop > now)));
}

function workOn(random, hands) {
  // Mostly on the first.
  const task = hands[Math.floor(random() ** 2 * hands.length)];
  const details = work[Math.floor(random() * work.length)];
  return { taskId: task.id, ...details, isLoose: random() < 0.05 };
}

/** A loose one is known by its duration alone. */
function toInput({ start, minutes, isLoose = false, ...details }, day, { at, until }) {
  const [startedAt, endedAt] = [at(day, start), at(day, start + minutes)];
  if (endedAt > until) return [];
  if (isLoose) return [{ ...details, on: day, durationSeconds: minutes * minute }];
  return [{ ...details, startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() }];
}

const tasksInHand = 3;

function takeInHand(random, tasks, kept) {
  const hands = [...kept];
  while (hands.length < Math.min(tasksInHand, tasks.length)) {
    const task = tasks[Math.floor(random() * tasks.length)];
    if (!hands.includes(task)) hands.push(task);
  }
  return hands;
}

/** Calendar days as YYYY-MM-DD, the last one included. */
export function listDaysUntil(last, count) {
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(`${last}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() - (count - 1 - place));
    return day.toISOString().slice(0, 10);
  });
}

export function secondsOf({ startedAt, endedAt, durationSeconds }) {
  return durationSeconds ?? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
}

/** Whole hours of which the time is about 85 %. */
export function budgetNearEnd(seconds) {
  return Math.max(1, Math.round(seconds / 0.85 / 3600)) * 3600;
}

function mostFrequent(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function isWorkday(day) {
  return weekdayOf(day) % 6 !== 0;
}

function weekdayOf(day) {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

function between(random, least, most) {
  return least + Math.floor(random() * (most - least + 1));
}

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
