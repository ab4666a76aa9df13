'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { type Subject, subjectInput } from '@/app/(signed-in)/_entries/subject';
import { type QueuedRequest, type Sent, sendOrQueue } from '@/lib/browser/queued-send';
import { serverNow } from '@/lib/browser/server-clock';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import type { TimerEffect } from '@/lib/browser/waiting-change';
import type { EntryChange, TimeEntry } from '@/lib/contracts/time-entry';
import { formatDuration } from '@/lib/time/format-duration';

// Each shows at once: what runs is read from the waiting changes too. A refusal takes it back and says why.

type Details = {
  description?: string | undefined;
  billable?: boolean | null | undefined;
  tags?: readonly string[] | undefined;
  /** Default: now. */
  startedAt?: string | undefined;
};

/** "ENG-42", or the name where there is none. */
export function shortName({ task, project }: Subject): string {
  return task ? (task.identifier ?? task.name) : project.name;
}

/** What was stopped within its first second ends a moment ahead; what is started then begins there. */
let latestEnd = 0;

/** What runs already ends at the same instant. */
export async function startTimer(subject: Subject, details: Details = {}): Promise<void> {
  const { description = '', billable, tags = [], startedAt = wholeSecond(Math.max(serverNow(), latestEnd)) } = details;
  const given = {
    ...(description && { description }),
    ...(typeof billable === 'boolean' && { billable }),
    ...(tags.length > 0 && { tags: [...tags] }),
  };
  await send(`${shortName(subject)} was not started.`, {
    path: '/api/v1/timer/start',
    body: { ...subjectInput(subject), ...given, startedAt },
    label: `Start ${shortName(subject)}`,
    effect: startOf(subject, details, startedAt),
  });
}

/** `endedAt` left out: now. */
export async function stopTimer(entry: ShownEntry, endedAt?: string): Promise<void> {
  // An entry is never empty.
  const earliest = Date.parse(entry.startedAt) + 1_000;
  const end = endedAt ?? wholeSecond(Math.max(serverNow(), earliest));
  if (endedAt === undefined) latestEnd = Date.parse(end);
  const sent = await call(entry, 'stop', { endedAt: end });
  if (!sent) return;
  const seconds = (Date.parse(end) - Date.parse(entry.startedAt)) / 1_000;
  toast(`Stopped ${shortName(entry)} after ${formatDuration(seconds)}.`);
}

export async function discardTimer(entry: ShownEntry): Promise<void> {
  const sent = await call(entry, 'discard', {});
  if (sent) toastUndo(`Discarded the timer of ${shortName(entry)}.`, () => void undoDiscard(entry, sent));
}

/** "Still working": it is asked again after the next limit. */
export async function keepTimer(entry: ShownEntry): Promise<void> {
  await call(entry, 'keep', {});
}

/** Rejects when it is refused: the field says why. */
export async function editTimer(entry: ShownEntry, change: Pick<EntryChange, TimerField>): Promise<void> {
  await sendOrQueue({
    method: 'PATCH',
    path: `/api/v1/time-entries/${entry.id ?? '{entry}'}`,
    body: change,
    label: `Change ${shortName(entry)}`,
    ...about(entry),
    effect: { kind: 'edit', change },
  });
}

type TimerField = 'description' | 'billable' | 'tags' | 'startedAt';
type Verb = 'stop' | 'discard' | 'keep';

const verbs: Record<Verb, { label: string; failure: string }> = {
  stop: { label: 'Stop', failure: 'was not stopped.' },
  discard: { label: 'Discard', failure: 'was not discarded.' },
  keep: { label: 'Keep running', failure: 'was not kept running.' },
};

async function call(entry: ShownEntry, verb: Verb, body: Record<string, unknown>): Promise<Sent<TimeEntry> | null> {
  const { label, failure } = verbs[verb];
  return send<TimeEntry>(`${shortName(entry)} ${failure}`, {
    path: `/api/v1/timer/${verb}`,
    body: entry.id === null ? body : { ...body, entryId: entry.id },
    label: `${label} ${shortName(entry)}`,
    ...about(entry),
    effect: { kind: verb === 'keep' ? 'keep' : 'end' },
  });
}

/**
 * A discarded timer comes back as if nothing had been. Also after a discard that still waits: the server may have done it
 * all the same, its answer lost.
 */
async function undoDiscard(entry: ShownEntry, sent: Sent<TimeEntry>): Promise<void> {
  const entryId = sent.isQueued ? entry.id : sent.answer.id;
  await send(`${shortName(entry)} could not be brought back.`, {
    path: `/api/v1/time-entries/${entryId ?? '{entry}'}/restore`,
    body: {},
    label: `Bring back ${shortName(entry)}`,
    ...about({ ...entry, id: entryId }),
    effect: startOf(entry, entry, entry.startedAt),
  });
}

async function send<Answer>(failure: string, request: Omit<QueuedRequest, 'method'>): Promise<Sent<Answer> | null> {
  try {
    return await sendOrQueue<Answer>({ method: 'POST', ...request });
  } catch (error) {
    toastError(failure, error);
    return null;
  }
}

function startOf({ task, project }: Subject, details: Details, startedAt: string): TimerEffect {
  const { description = '', billable, tags = [] } = details;
  return { kind: 'start', subject: { task, project }, startedAt, description, billable: billable ?? undefined, tags };
}

function about({ id, startPlace }: ShownEntry) {
  return { entryId: id, after: id === null ? startPlace : null };
}

function wholeSecond(at: number): string {
  return new Date(Math.floor(at / 1_000) * 1_000).toISOString();
}
