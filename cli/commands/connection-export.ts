import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import { findConnection } from '@/cli/find-connection';
import { plain } from '@/cli/plain';
import { formatCount, plural } from '@/cli/words';
import type { LinearExport, LinearExportInput } from '@/lib/contracts/linear-export';

export function addMirrorExport(group: Command, context: Context, which: string): void {
  group
    .command('export')
    .description('Write the copy of Linear to a folder on the server; only what changed since the last time')
    .argument('[connection]', `${which}; left out: all of them`)
    .option('--folder <name>', 'the folder, inside the one that the server has for exports', 'linear')
    .action((name: string | undefined, { folder }: { folder: string }) => exportMirror(context, name, folder));
}

async function exportMirror(context: Context, name: string | undefined, folder: string): Promise<void> {
  const api = await context.api();
  const one = name === undefined ? {} : { connectionId: (await findConnection(api, name)).id };
  const input: LinearExportInput = { folder, ...one };
  const done = await api.post<LinearExport>('/api/v1/linear/export', input);
  const { written, unchanged, removed } = done;
  context.show(done, () => {
    const counts = `${plural(written, 'file')} written, ${formatCount(unchanged)} unchanged, ${formatCount(removed)} removed`;
    return `Exported to ${plain(done.folder)} on the server: ${counts}.`;
  });
}
