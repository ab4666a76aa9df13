import fc from 'fast-check';
import type { PersonActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { archiveIssue, changeIssue } from '@/lib/sync/write/write-issue';
import { createIssue, sendToLinear } from '@/lib/sync/write/write-new-issue';
import { addComment } from '@/lib/sync/write/write-talk';
import type { Fault } from '@/tests/fakes/linear/faults';
import type { SyncClock } from './sync-clock';
import type { Harness } from './sync-harness';
import { type Operation, operation } from './sync-program';

const kinds = ['title', 'estimate', 'labels', 'archive', 'unarchive', 'comment', 'create', 'send'] as const;
const faults = [
  'none',
  'none',
  'none',
  'reset',
  'gateway-timeout',
  'truncated-json',
  'cut',
  'internal-error',
  'refused',
] as const;

/** Something that a person writes to Linear from here. The numbers choose among what is there at that time. */
export interface Write {
  kind: (typeof kinds)[number];
  a: number;
  b: number;
  fault: (typeof faults)[number];
  /** Whether a look at Linear right after a lost answer fails too. */
  isBlind: boolean;
  /** Whether the call is sent again, as a browser does with what it got no answer to. */
  again: boolean;
}

export type WriteStep =
  | { kind: 'operation'; operation: Operation }
  | { kind: 'write'; write: Write }
  /** A run, during whose nth request the writes are made. */
  | { kind: 'sync'; mode: 'incremental' | 'full'; nth: number; writes: Write[]; operations: Operation[] };

export const write: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom(...kinds),
  a: fc.nat(1_000),
  b: fc.nat(20),
  fault: fc.constantFrom(...faults),
  isBlind: fc.boolean(),
  again: fc.boolean(),
});

const step: fc.Arbitrary<WriteStep> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('operation' as const), operation }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), write }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sync' as const),
      mode: fc.constantFrom('incremental' as const, 'full' as const),
      nth: fc.integer({ min: 1, max: 4 }),
      writes: fc.array(write, { maxLength: 2 }),
      operations: fc.array(operation, { maxLength: 1 }),
    }),
  },
);

export interface WriteProgram {
  seed: number;
  issues: number;
  pageSize: number;
  /** Whether Linear moves the stamp for estimates too: nobody has measured it. */
  isStamped: boolean;
  steps: WriteStep[];
}

export const writeProgram: fc.Arbitrary<WriteProgram> = fc.record({
  seed: fc.nat(10_000),
  issues: fc.integer({ min: 1, max: 8 }),
  pageSize: fc.integer({ min: 2, max: 5 }),
  isStamped: fc.boolean(),
  steps: fc.array(step, { minLength: 6, maxLength: 18 }),
});

export interface Writing {
  harness: Harness;
  clock: SyncClock;
  actor: PersonActor;
  /** Names that must stand at Linear at most once, whatever became of their calls. */
  names: string[];
}

/** Does it as a call would, faults and all. Refusals are what many of these end in. */
export async function carryOutWrite(writing: Writing, given: Write): Promise<void> {
  const { harness, names } = writing;
  const name = `Written ${names.length}`;
  names.push(name);
  if (given.fault !== 'none') harness.linear.faults.add(faultOf(given.fault), { next: 1, contains: 'mutation ' });
  if (given.isBlind) harness.linear.faults.add({ kind: 'html-error' }, { next: 1, when: isLookUp(harness) });
  const call = await callOf(writing, given, name);
  const writeId = newId();
  const isLost = await call(writeId);
  if (isLost && given.again) await call(writeId);
}

function faultOf(kind: Exclude<Write['fault'], 'none'>): Fault {
  return kind === 'refused' ? { kind, message: 'no', presentable: 'Not today.' } : { kind };
}

/** The first question after the mutation. */
function isLookUp({ linear }: Harness): () => boolean {
  const before = linear.requests.length;
  return () => linear.requests.slice(before).some(({ query }) => query.startsWith('mutation'));
}

/** Answers whether the answer was lost. */
type Call = (writeId: string) => Promise<boolean>;

async function callOf({ harness, actor }: Writing, { kind, a, b }: Write, name: string): Promise<Call> {
  const calling = (writeId: string) => ({
    access: { ...harness.access, retryBudgetMs: 0 },
    signal: new AbortController().signal,
    writeId,
  });
  if (kind === 'create')
    return (writeId) => isLost(createIssue(actor, { team: teamOf(harness, b), title: name }, calling(writeId)));
  if (kind === 'send') {
    const taskId = await makeTask(name);
    return (writeId) => isLost(sendToLinear(actor, taskId, { team: teamOf(harness, b) }, calling(writeId)));
  }
  const taskId = await someTask(a);
  if (taskId === null) return async () => false;
  if (kind === 'comment') return (writeId) => isLost(addComment(actor, taskId, name, calling(writeId)));
  if (kind === 'archive' || kind === 'unarchive')
    return (writeId) => isLost(archiveIssue(actor, taskId, kind, calling(writeId)));
  const labels = [...harness.linear.workspace.labels.values()].slice(0, b % 3).map(({ id }) => id);
  const set = kind === 'title' ? { title: name } : kind === 'estimate' ? { estimate: b } : { labelIds: labels };
  return (writeId) => isLost(changeIssue(actor, taskId, { set }, calling(writeId)));
}

async function isLost(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
    return error.code === 'linear_write_unknown';
  }
}

function teamOf({ linear }: Harness, b: number): string {
  const teams = [...linear.workspace.teams.values()];
  return teams[b % teams.length]?.key ?? '';
}

async function someTask(a: number): Promise<string | null> {
  const tasks = await db().task.findMany({ where: { source: 'linear' }, orderBy: { id: 'asc' }, select: { id: true } });
  return tasks[a % Math.max(tasks.length, 1)]?.id ?? null;
}

async function makeTask(title: string): Promise<string> {
  const project = { id: 'by-hand', name: 'By hand', color: '#123456', source: 'manual' };
  await db().project.upsert({ where: { id: project.id }, create: project, update: {} });
  const task = { id: newId(), projectId: project.id, source: 'manual', title, name: title, status: 'todo' };
  await db().task.create({ data: { ...task, notes: 'Mine.' } });
  return task.id;
}
