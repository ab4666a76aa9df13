import type { PersonActor } from '@/lib/auth/actor';
import { showUser } from '@/lib/auth/profile';
import type { DraftEntry, DraftQuery, Drafts } from '@/lib/contracts/draft';
import { listConnections, type StoredConnection } from '@/lib/db/connection';
import { type DraftTaskRow, type LoggedRow, listDraftTasks, listLogged } from '@/lib/db/draft-sources';
import { getInstallation } from '@/lib/db/installation';
import { AppError } from '@/lib/errors/app-error';
import type { Activity, PersonalActivity } from '@/lib/linear/activity';
import type { Calling } from '@/lib/sync/test-key';
import { type DraftSpan, draftSpans } from '@/lib/time/draft-spans';
import { addDays, type Day, listDays, localDay, startOfDay } from '@/lib/time/local-day';
import { workWindows } from '@/lib/time/work-windows';
import { isLocked } from '@/lib/tracking/entry-checks';
import { activityOf } from './drafts-activity';
import { reasonsFor } from './drafts-reasons';

/**
 * What the person may have worked on in the working hours that are not logged, as Linear's history has it; see
 * `draftSpans` for the rules. Nothing is stored. Where every workspace fails, its error is thrown.
 */
export async function listDrafts(actor: PersonActor, query: DraftQuery, calling: Calling): Promise<Drafts> {
  const now = calling.access.now();
  const person = await showUser(actor.userId);
  const { timeZone, email } = person;
  const days = await splitDays(actor, query, localDay(now, timeZone));
  const range = {
    ...{ email, timeZone },
    from: startOfDay(query.from, timeZone),
    to: startOfDay(addDays(query.to, 1), timeZone),
  };
  const connections = await listConnections();
  const { read, troubles } = await readAll(connections, range, calling);
  const subjects = (await Promise.all(read.map(findSubjects))).flat().sort(byName);
  const hours = { startMinutes: person.workStartMinutes, endMinutes: person.workEndMinutes, weekdays: person.workDays };
  // After Linear has answered: what was logged meanwhile counts.
  const logged = await listLogged({ userId: actor.userId, ...query });
  const spans = draftSpans({
    ...momentsOf(subjects, now),
    ...loggedOf(logged, now),
    windows: workWindows(days.open, hours, timeZone),
    until: now.getTime(),
  });
  const bySubject = new Map(subjects.map((subject) => [subject.task.id, subject]));
  return {
    items: spans.flatMap((span) => toDraft(span, bySubject.get(span.subject), timeZone)),
    linearUser: read.find(({ activity }) => activity.user !== null)?.activity.user ?? null,
    skippedDays: days.skipped,
    timeZone,
    connectionCount: connections.length,
    troubles,
    isPartial: read.some(({ activity }) => activity.isPartial),
  };
}

async function splitDays(actor: PersonActor, { from, to }: DraftQuery, today: Day) {
  const installation = await getInstallation();
  const isOpen = (on: Day) => on <= today && (actor.role === 'admin' || !isLocked(on, installation));
  const days = listDays(from, to);
  return { open: days.filter(isOpen), skipped: days.filter((on) => !isOpen(on)) };
}

interface ReadConnection {
  connection: StoredConnection;
  activity: Activity;
}

async function readAll(connections: StoredConnection[], range: Parameters<typeof activityOf>[1], calling: Calling) {
  const read: ReadConnection[] = [];
  const troubles: Drafts['troubles'] = [];
  let first: AppError | null = null;
  for (const connection of connections) {
    const { name } = connection;
    try {
      const { activity, trouble } = await activityOf(connection, range, calling);
      read.push({ connection, activity });
      if (trouble) troubles.push(viewTrouble(name, trouble));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      first ??= error;
      troubles.push(viewTrouble(name, error));
    }
  }
  if (first !== null && read.length === 0) throw first;
  return { read, troubles };
}

function viewTrouble(connection: string, { code, message, hint = '' }: AppError): Drafts['troubles'][number] {
  return { connection, code, message, hint };
}

interface Subject {
  task: DraftTaskRow;
  did: PersonalActivity;
}

async function findSubjects({ connection, activity }: ReadConnection): Promise<Subject[]> {
  const byIssue = new Map(activity.issues.map((issue) => [issue.issueId, issue]));
  const tasks = await listDraftTasks(connection.id, [...byIssue.keys()]);
  return tasks.flatMap((task) => {
    const did = byIssue.get(task.externalId ?? '');
    return did ? [{ task, did }] : [];
  });
}

const collator = new Intl.Collator('en', { numeric: true });

function byName({ task: a }: Subject, { task: b }: Subject): number {
  return collator.compare(a.identifier ?? '', b.identifier ?? '') || (a.id < b.id ? -1 : 1);
}

function momentsOf(subjects: readonly Subject[], now: Date) {
  const moments = (times: (did: PersonalActivity) => number[]) =>
    subjects.flatMap(({ task, did }) => times(did).map((at) => ({ subject: task.id, at })));
  return {
    subjects: subjects.map(({ task }) => task.id),
    turns: subjects.flatMap(({ task, did }) =>
      did.turns.map(({ start, end }) => ({ subject: task.id, start, end: end ?? now.getTime() })),
    ),
    touches: moments(({ touches, comments }) => [...touches, ...comments]),
    remarks: moments(({ comments }) => comments),
  };
}

function loggedOf(rows: readonly LoggedRow[], now: Date) {
  return {
    logged: rows.flatMap(({ startedAt, endedAt }) =>
      startedAt === null ? [] : [{ start: startedAt.getTime(), end: (endedAt ?? now).getTime() }],
    ),
    loggedDurations: rows.flatMap(({ startedAt, taskId, on, durationSeconds }) =>
      startedAt === null ? [{ on, subject: taskId, seconds: durationSeconds }] : [],
    ),
  };
}

function toDraft({ on, start, end }: DraftSpan, subject: Subject | undefined, timeZone: string): DraftEntry[] {
  if (subject === undefined) return [];
  const { id, identifier, name, project } = subject.task;
  const startedAt = new Date(start).toISOString();
  return [
    {
      id: `${id}@${startedAt}`,
      on,
      startedAt,
      endedAt: new Date(end).toISOString(),
      durationSeconds: (end - start) / 1000,
      task: { id, identifier: identifier ?? '', name, project },
      reasons: reasonsFor({ start, end }, subject.did, timeZone),
    },
  ];
}
