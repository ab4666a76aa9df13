import { type PersonActor, requirePerson } from '@/lib/auth/actor';
import { readConfig, setConfig } from '@/lib/config/config';
import { closeDatabase } from '@/lib/db/client';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopForgotten } from '@/lib/tracking/stop-forgotten';
import { stopTimer } from '@/lib/tracking/stop-timer';

/**
 * Starts, stops or sweeps again and again in a process of its own: `tsx timer-child.ts <what> <user> <task> <times>`. Prints
 * "ready", begins at the first line on standard input, and prints how many calls did something.
 */
async function main([what = '', userId = '', taskId = '', times = '1']: string[]): Promise<void> {
  // Not all of the environment: Vitest has a BASE_URL of its own.
  const { DATA_DIR = '' } = process.env;
  setConfig(readConfig({ LOG_LEVEL: 'silent', DATA_DIR }));
  const actor = await actorOf(userId);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  let done = 0;
  for (let n = 0; n < Number(times); n += 1) if (await call(what, actor, taskId)) done += 1;
  process.stdout.write(`did ${done}\n`);
  await closeDatabase();
  process.exit(0);
}

async function call(what: string, actor: PersonActor, taskId: string): Promise<boolean> {
  const now = new Date();
  try {
    if (what === 'sweep') return (await stopForgotten(actor.userId, now)) !== null;
    if (what === 'stop') await stopTimer(actor, {}, now);
    else await startTimer(actor, { taskId }, now);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'no_timer') return false;
    throw error;
  }
}

async function actorOf(userId: string): Promise<PersonActor> {
  const { name, email, timeZone, timerLimitMinutes, weekTargetMinutes } = must(await getUser(userId));
  const person = {
    kind: 'person',
    role: 'member',
    scope: 'write',
    via: 'session',
    sessionId: 'x',
    weekStart: 1,
  } as const;
  return requirePerson({ ...person, userId, name, email, timeZone, timerLimitMinutes, weekTargetMinutes });
}

await main(process.argv.slice(2));
