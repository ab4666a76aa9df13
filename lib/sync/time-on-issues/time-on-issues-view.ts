import type { AdminActor } from '@/lib/auth/actor';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';
import { inTransaction } from '@/lib/db/client';
import { type StoredConnection, updateConnection } from '@/lib/db/connection';
import { countTimeAttachments, markAllForRemoval } from '@/lib/db/time-attachment';
import { getTimeOnIssuesNumbers, listTimeFailures } from '@/lib/db/time-on-issue';
import type { AppError } from '@/lib/errors/app-error';
import { mustGetConnection } from '@/lib/sync/connections';
import type { Calling } from '@/lib/sync/test-key';
import { readOnlyKey } from '@/lib/sync/write/write-access';
import { inTheirWords } from '@/lib/sync/write/write-errors';
import { tasksAddress } from './time-on-issues-find';
import { leaseMs } from './time-on-issues-limits';
import { removeStrays } from './time-on-issues-remove';
import { linkBase, noAddress } from './time-on-issues-switch';
import { heldFrom, openForTime } from './time-on-issues-turn';

const failuresShown = 20;

export async function showTimeOnIssues(_actor: AdminActor, connectionId: string): Promise<TimeOnIssuesView> {
  const connection = await mustGetConnection(connectionId);
  const [{ issues, waiting, failed, lastSentAt }, failures] = await Promise.all([
    getTimeOnIssuesNumbers(connectionId),
    listTimeFailures(connectionId, failuresShown),
  ]);
  return {
    state: stateOf(connection, waiting),
    issues,
    waiting,
    failed,
    failures: failures.map(({ dueAt, ...failure }) => ({ ...failure, triedAgainAt: dueAt?.toISOString() ?? null })),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    problem: problemOf(connection),
  };
}

function stateOf({ timeOnIssues }: StoredConnection, waiting: number): TimeOnIssuesView['state'] {
  if (timeOnIssues) return 'on';
  return waiting > 0 ? 'removing' : 'off';
}

function problemOf(connection: StoredConnection): TimeOnIssuesView['problem'] {
  const { pausedReason, keyCanWrite, scheduleEnabled, timeOnIssues } = connection;
  if (pausedReason !== null)
    return {
      code: 'linear_auth_failed',
      message: 'Linear does not accept the API key, so nothing is sent.',
      hint: 'Replace the key, and it goes on.',
    };
  if (keyCanWrite === false) return shown(readOnlyKey());
  if (linkBase() === null) return shown(noAddress());
  if (timeOnIssues && !scheduleEnabled)
    return {
      code: 'schedule_off',
      message: 'This connection is paused, so nothing is sent.',
      hint: 'Resume its schedule, and what waits is sent.',
    };
  return null;
}

function shown({ code, message, hint }: AppError): NonNullable<TimeOnIssuesView['problem']> {
  return { code, message, hint: hint ?? '' };
}

/**
 * Switches it off and has everything removed that Trackline put on issues. What stands in the database is removed by the
 * schedule, which goes on after a crash; where nothing stands there, Linear is asked at once whether it has some all the same.
 */
export async function removeTimeOnIssues(
  actor: AdminActor,
  connectionId: string,
  { access }: Calling,
): Promise<TimeOnIssuesView> {
  const connection = await mustGetConnection(connectionId);
  const now = access.now();
  const known = await inTransaction(async (tx) => {
    await updateConnection(connectionId, { timeOnIssues: false, timeSweptAt: null }, tx);
    // One more than the lease, which a sender that begins at this moment has; twice the lease holds for any clock.
    const after = (ms: number) => new Date(now.getTime() + ms);
    await markAllForRemoval(connectionId, { now, later: after(leaseMs + 1), latestHeld: after(2 * leaseMs) }, tx);
    return countTimeAttachments(connectionId, tx);
  });
  const baseUrl = linkBase();
  if (known === 0 && baseUrl !== null) {
    const turn = { ...openForTime(connection, access), ...heldFrom(now) };
    await inTheirWords('UTC', () => removeStrays(turn, tasksAddress(baseUrl)));
  }
  return showTimeOnIssues(actor, connectionId);
}
