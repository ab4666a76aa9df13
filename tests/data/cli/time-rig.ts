import { createToken } from '@/lib/auth/tokens';
import { ApiServer } from '@/tests/support/api-server';
import { CliRig } from '@/tests/support/cli';
import { makeMember } from '@/tests/support/people';
import { startTestDatabase } from '@/tests/support/test-database';

/** A server without Linear, and the command line of Bob, who is signed in to it. */
export interface TimeRig {
  server: ApiServer;
  cli: CliRig;
  token: string;
  stop(): Promise<void>;
}

export async function startTimeRig(): Promise<TimeRig> {
  const database = await startTestDatabase();
  const server = await ApiServer.start();
  const cli = await CliRig.start();
  const { actor } = await makeMember({ name: 'Bob' });
  const { token } = await createToken(actor, { name: 'cli', scope: 'write' }, new Date());
  cli.env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
  const stop = async () => {
    await cli.stop();
    await server.stop();
    await database.stop();
  };
  return { server, cli, token, stop };
}
