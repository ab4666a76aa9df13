import type { AdminActor } from '@/lib/auth/actor';
import { updateConnection } from '@/lib/db/connection';
import { listSentTimeAttachments } from '@/lib/db/time-attachment';
import { seconds } from '@/lib/kit/sleep';
import { log } from '@/lib/log/log';
import { mustGetConnection, removeConnection } from '@/lib/sync/connections';
import type { LinearAccess } from '@/lib/sync/open-client';
import { tasksAddress } from './time-on-issues-find';
import { removeAtLinear, removeStrays } from './time-on-issues-remove';
import { linkBase } from './time-on-issues-switch';
import { heldFrom, openForTime, type TimeTurn } from './time-on-issues-turn';

/** Some thousand issues; whoever has more removes them first, and then deletes the connection. */
const longestMs = seconds(20);

/** Deletes a connection. If asked, what its issues carry at Linear goes first, as far as Linear answers in a few seconds. */
export async function removeConnectionAndTime(
  actor: AdminActor,
  id: string,
  { tasks, timeOnIssues }: { tasks: 'keep' | 'remove'; timeOnIssues: 'keep' | 'remove' },
  access: LinearAccess,
): Promise<void> {
  if (timeOnIssues === 'remove') await takeAway(id, access);
  await removeConnection(actor, id, tasks, access.now(), access);
}

async function takeAway(connectionId: string, access: LinearAccess): Promise<void> {
  const connection = await mustGetConnection(connectionId);
  await updateConnection(connectionId, { timeOnIssues: false });
  try {
    const now = access.now();
    const lastSendAt = new Date(now.getTime() + longestMs);
    const turn: TimeTurn = { ...openForTime(connection, access), ...heldFrom(now), lastSendAt };
    await removeAtLinear(turn, await listSentTimeAttachments(connectionId));
    const baseUrl = linkBase();
    if (baseUrl !== null) await removeStrays(turn, tasksAddress(baseUrl));
  } catch (error) {
    log().warn(
      { err: error, connectionId },
      'some issues keep their time at Linear: the connection is deleted all the same',
    );
  }
}
