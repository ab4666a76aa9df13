import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { getConnection } from '@/lib/db/connection';
import { getWritableTask, getWrite } from '@/lib/db/linear-write';
import { log } from '@/lib/log/log';
import { openForPerson } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';
import { whyNotWrite } from '@/lib/sync/write/write-access';
import { versionFour } from '@/lib/sync/write/write-ids';
import { sendWrite } from '@/lib/sync/write/write-send';
import { shortDuration } from './time-on-issues-content';

/** What a slip of the hand has tracked is not told. */
const shortestSeconds = 60;

/**
 * Tells an issue, by a comment, that a timer on it was stopped. Never throws, and never says the same twice: what came of
 * it stands among the task's writes. What Trackline has ended by itself waits for its person's look, and is not told.
 */
export async function commentOnStop(
  actor: PersonActor,
  entry: TimeEntry | null,
  { access, signal }: Calling,
): Promise<void> {
  if (entry === null || entry.task === null || entry.endedAt === null) return;
  if (entry.review !== null || entry.durationSeconds < shortestSeconds) return;
  try {
    const task = await getWritableTask(entry.task.id);
    const connection = task?.connectionId ? await getConnection(task.connectionId) : null;
    if (!task?.externalId || task.sourceState !== 'live') return;
    if (!connection?.commentOnStop || whyNotWrite(actor, connection) !== null) return;
    const id = versionFour(`stop ${entry.id}`);
    if ((await getWrite(id)) !== null) return;
    const body = commentBody(entry);
    await sendWrite(
      { actor, connection, ...openForPerson(connection, access), now: access.now, signal },
      {
        id,
        taskId: task.id,
        mutation: { kind: 'comment', id: versionFour(id), issueId: task.externalId, body },
        before: { teamId: task.externalTeamId, description: null },
      },
    );
  } catch (error) {
    log().warn({ err: error, entryId: entry.id }, 'a stopped timer could not be told to its issue');
  }
}

function commentBody({ durationSeconds, user, description }: TimeEntry): string {
  const what = description.trim();
  return `${shortDuration(durationSeconds)} tracked by ${user.name}${what === '' ? '' : `: ${what}`}`;
}
