import type { PersonActor } from '@/lib/auth/actor';
import type { EntryChange, TimeEntry } from '@/lib/contracts/time-entry';
import { addDays } from '@/lib/time/local-day';
import { changeEntry } from '@/lib/tracking/change-entry';
import { createEntry } from '@/lib/tracking/create-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import { duplicateEntry } from '@/lib/tracking/duplicate-entry';
import { restoreEntry } from '@/lib/tracking/restore-entry';
import { splitEntry } from '@/lib/tracking/split-entry';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { discardTimer } from '@/lib/tracking/timer';
import { dayOf, type EntryModel, isRunning, isValidSpan, leewayMs, type ModelEntry, wholeSecond } from './entry-model';
import type { EntryStep } from './entry-program';

export interface EntryWorld {
  model: EntryModel;
  actors: [PersonActor, PersonActor];
  taskIds: string[];
  overlaps: 'allow' | 'refuse';
}

/** A call, whether the rules must take it, and what the model is then. */
export interface Planned {
  call: () => Promise<unknown>;
  /** either: the rules know more than the model. */
  expected: 'taken' | 'refused' | 'either';
  apply: (answer: unknown) => void;
}

interface Scene extends EntryWorld, EntryStep {
  actor: PersonActor;
  now: Date;
  nowMs: number;
  /** The whole second that it is. */
  clockMs: number;
  today: string;
}

/** Null: there is nothing to do it with. */
export function planStep(world: EntryWorld, step: EntryStep, now: Date): Planned | null {
  const actor = world.actors[step.person];
  const nowMs = now.getTime();
  const today = dayOf(nowMs, actor.timeZone);
  const scene = { ...world, ...step, actor, now, nowMs, clockMs: wholeSecond(nowMs), today };
  return plans[step.kind](scene);
}

const plans: Record<EntryStep['kind'], (scene: Scene) => Planned | null> = {
  addSpan,
  addDuration,
  describe: (scene) => edit(scene, { description: `Note ${scene.b}` }, (entry) => entry),
  setDuration,
  setEnd,
  setStart,
  setDay,
  makeDuration,
  split,
  duplicate,
  delete: remove,
  restore,
  start,
  stop,
  discard,
};

const iso = (ms: number) => new Date(ms).toISOString();
const entryOf = (answer: unknown) => answer as TimeEntry;

function shown(entry: TimeEntry, person: 0 | 1): ModelEntry {
  const ms = (instant: string | null) => (instant === null ? null : Date.parse(instant));
  const { on, durationSeconds: seconds } = entry;
  return { person, startMs: ms(entry.startedAt), endMs: ms(entry.endedAt), seconds, on };
}

/** Where overlaps are refused, no time lies ahead of the clock: the timer that starts now would have to wait for it. */
function addSpan({ a, b, person, actor, now, nowMs, clockMs, taskIds, overlaps, model }: Scene): Planned | null {
  const startMs = clockMs - a * 60_000;
  const endMs = startMs + (b - 1_000) * 1000;
  if (overlaps === 'refuse' && endMs > clockMs) return null;
  const input = { taskId: taskIds[a % taskIds.length], startedAt: iso(startMs + 250), endedAt: iso(endMs + 750) };
  return {
    call: () => createEntry(actor, input, now),
    expected: isValidSpan(startMs, endMs, nowMs) ? takenUnlessOverlap(overlaps) : 'refused',
    apply: (answer) => {
      const on = dayOf(startMs, actor.timeZone);
      model.live.set(entryOf(answer).id, { person, startMs, endMs, seconds: b - 1_000, on });
    },
  };
}

function takenUnlessOverlap(overlaps: 'allow' | 'refuse'): Planned['expected'] {
  return overlaps === 'allow' ? 'taken' : 'either';
}

function addDuration({ a, b, person, actor, now, today, taskIds, model }: Scene): Planned {
  const [on, seconds] = [addDays(today, (a % 7) - 5), 1 + (b % 86_400)];
  return {
    call: () => createEntry(actor, { taskId: taskIds[a % taskIds.length], on, durationSeconds: seconds }, now),
    expected: on <= today ? 'taken' : 'refused',
    apply: (answer) => model.live.set(entryOf(answer).id, { person, startMs: null, endMs: null, seconds, on }),
  };
}

/** `after` says how the entry is then; null where that must be refused. */
function edit(
  { a, person, actor, now, model }: Scene,
  change: EntryChange | ((entry: ModelEntry) => EntryChange),
  after: (entry: ModelEntry) => ModelEntry | null,
  expected: Planned['expected'] = 'taken',
): Planned | null {
  const id = model.pick(person, a);
  if (id === null) return null;
  const entry = model.entry(id);
  const next = after(entry);
  return {
    call: () => changeEntry(actor, id, typeof change === 'function' ? change(entry) : change, now),
    expected: next === null ? 'refused' : expected,
    apply: () => model.live.set(id, next ?? entry),
  };
}

function setDuration(scene: Scene): Planned | null {
  const { b, nowMs, clockMs, overlaps } = scene;
  const seconds = 1 + (b % 50_000);
  const after = (entry: ModelEntry) => {
    if (entry.startMs === null) return { ...entry, seconds };
    const endMs = entry.startMs + seconds * 1000;
    const isValid = !isRunning(entry) && isValidSpan(entry.startMs, endMs, Math.max(nowMs, entry.startMs));
    return isValid ? { ...entry, endMs, seconds } : null;
  };
  const isAhead = (entry: ModelEntry) => (entry.startMs ?? 0) + seconds * 1000 > clockMs;
  if (overlaps === 'refuse' && someChosen(scene, isAhead)) return null;
  return edit(scene, { durationSeconds: seconds }, after, takenUnlessOverlap(overlaps));
}

function someChosen({ model, person, a }: Scene, fits: (entry: ModelEntry) => boolean): boolean {
  const id = model.pick(person, a);
  return id !== null && fits(model.entry(id));
}

function setEnd(scene: Scene): Planned | null {
  const { b, nowMs, clockMs, overlaps } = scene;
  const seconds = (b % 5_000) - 500;
  const endOf = (entry: ModelEntry) => (entry.startMs ?? 0) + seconds * 1000;
  const after = (entry: ModelEntry) => {
    if (entry.startMs === null) return null;
    const endMs = endOf(entry);
    return isValidSpan(entry.startMs, endMs, Math.max(nowMs, entry.startMs)) ? { ...entry, endMs, seconds } : null;
  };
  if (overlaps === 'refuse' && someChosen(scene, (entry) => endOf(entry) > clockMs)) return null;
  return edit(scene, (entry) => ({ endedAt: iso(endOf(entry)) }), after, takenUnlessOverlap(overlaps));
}

function setStart(scene: Scene): Planned | null {
  const { b, nowMs, clockMs, actor, overlaps } = scene;
  // A timer must stay far from its limits.
  const startMs = clockMs - (someChosen(scene, isRunning) ? b % 60 : b % 4_000) * 60_000;
  const after = (entry: ModelEntry) => {
    const on = dayOf(startMs, actor.timeZone);
    if (entry.startMs === null) return null;
    if (entry.endMs === null) return { ...entry, startMs, on };
    const seconds = (entry.endMs - startMs) / 1000;
    return isValidSpan(startMs, entry.endMs, nowMs) ? { ...entry, startMs, seconds, on } : null;
  };
  return edit(scene, { startedAt: iso(startMs) }, after, takenUnlessOverlap(overlaps));
}

/** Where the clock changes, only the rules know the instant: the model takes it over, and minds day and duration. */
function setDay(scene: Scene): Planned | null {
  const { b, today, model, person, a } = scene;
  const on = addDays(today, -(b % 6));
  const planned = edit(scene, { on }, (entry) => (isRunning(entry) ? null : { ...entry, on }), 'either');
  const id = model.pick(person, a);
  if (planned === null || id === null) return null;
  const { seconds } = model.entry(id);
  return { ...planned, apply: (answer) => model.live.set(id, { ...shown(entryOf(answer), person), seconds, on }) };
}

function makeDuration(scene: Scene): Planned | null {
  const { b, today } = scene;
  const [on, seconds] = [addDays(today, -(b % 3)), 1 + (b % 86_400)];
  const after = (entry: ModelEntry) =>
    isRunning(entry) ? null : { ...entry, startMs: null, endMs: null, seconds, on };
  return edit(scene, { on, durationSeconds: seconds }, after);
}

function split({ a, b, person, actor, now, clockMs, model }: Scene): Planned | null {
  const id = model.pick(person, a);
  if (id === null) return null;
  const entry = model.entry(id);
  const seconds = 1 + (b % 20_000);
  const cutMs = (entry.startMs ?? 0) + seconds * 1000;
  const fits = isRunning(entry) ? cutMs < clockMs : seconds < entry.seconds;
  return {
    call: () => splitEntry(actor, id, { seconds }, now),
    expected: fits ? 'taken' : 'refused',
    apply: (answer) => {
      const { second } = answer as { second: TimeEntry };
      const rest = isRunning(entry) ? 0 : entry.seconds - seconds;
      const isTimed = entry.startMs !== null;
      model.live.set(id, { ...entry, endMs: isTimed ? cutMs : null, seconds });
      const on = isTimed ? dayOf(cutMs, actor.timeZone) : entry.on;
      model.live.set(second.id, { ...entry, startMs: isTimed ? cutMs : null, seconds: rest, on });
    },
  };
}

function duplicate({ a, b, person, actor, now, today, model }: Scene): Planned | null {
  const id = model.pick(person, a);
  if (id === null) return null;
  const entry = model.entry(id);
  const on = addDays(today, -(b % 6));
  return {
    call: () => duplicateEntry(actor, id, { on }, now),
    expected: isRunning(entry) ? 'refused' : 'either',
    apply: (answer) => {
      const copy = entryOf(answer);
      model.live.set(copy.id, { ...shown(copy, person), seconds: entry.seconds, on });
    },
  };
}

function remove({ a, person, actor, now, nowMs, model }: Scene): Planned | null {
  const id = model.pick(person, a);
  if (id === null) return null;
  const apply = () => model.remove(id, nowMs);
  return { call: () => deleteEntry(actor, id, now), expected: 'taken', apply };
}

function restore({ a, person, actor, now, overlaps, model }: Scene): Planned | null {
  const id = model.pickDeleted(person, a);
  if (id === null) return null;
  const apply = () => model.restore(id);
  return { call: () => restoreEntry(actor, id, now), expected: takenUnlessOverlap(overlaps), apply };
}

function start({ a, b, person, actor, now, nowMs, clockMs, taskIds, model }: Scene): Planned {
  const before = model.running(person);
  const input = { taskId: taskIds[a % taskIds.length], description: `Run ${b} at ${nowMs}` };
  const isAhead = before !== null && (model.entry(before).startMs ?? 0) > clockMs;
  return {
    call: () => startTimer(actor, input, now),
    expected: isAhead ? 'either' : 'taken',
    apply: (answer) => {
      const { entry } = answer as { entry: TimeEntry };
      const made = { ...shown(entry, person), seconds: 0 };
      const startMs = made.startMs ?? 0;
      if (startMs < clockMs || startMs > nowMs + leewayMs) throw new Error(`It began at ${entry.startedAt}`);
      if (before !== null && model.entry(before).startMs === startMs) model.remove(before, nowMs);
      else if (before !== null) model.end(before, startMs);
      model.live.set(entry.id, { ...made, on: dayOf(startMs, actor.timeZone) });
    },
  };
}

function stop({ person, actor, now, clockMs, model }: Scene): Planned {
  const id = model.running(person);
  return {
    call: () => stopTimer(actor, {}, now),
    expected: id === null ? 'refused' : 'taken',
    apply: () => {
      if (id !== null) model.end(id, Math.max(clockMs, (model.entry(id).startMs ?? 0) + 1000));
    },
  };
}

function discard({ person, actor, now, nowMs, model }: Scene): Planned {
  const id = model.running(person);
  return {
    call: () => discardTimer(actor, undefined, now),
    expected: id === null ? 'refused' : 'taken',
    apply: () => {
      if (id !== null) model.remove(id, nowMs);
    },
  };
}
