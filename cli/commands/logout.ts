import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import { forgetServer, readStored } from '@/cli/server';

export function addLogout(parent: Command, context: Context): void {
  parent
    .command('logout')
    .description('Forget the stored token')
    .action(() => logout(context));
}

async function logout(context: Context): Promise<void> {
  const stored = await readStored(context.io);
  const wasSignedIn = await forgetServer(context.io);
  const where = stored === null ? '' : ` of ${stored.url}. It still works: revoke it at ${stored.url}/settings/tokens`;
  context.show({ wasSignedIn, url: stored?.url ?? null }, () =>
    wasSignedIn ? `Forgot the token${where || '.'}` : 'You were not signed in.',
  );
}
