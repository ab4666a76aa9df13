import { join } from 'node:path';
import { badArguments } from '@/cli/cli-error';
import type { Io } from '@/cli/io';
import { readSettingsFile, settingsFolder } from '@/cli/settings-folder';
import type { IssueSettings } from './issue-settings-schema';

const file = 'config.json';

/** docs/command-line.md shows the file. Without one everything has its default. */
export async function readIssueSettings(io: Io): Promise<IssueSettings> {
  // Fetched when it is needed: zod takes as long to load as all of the commands.
  const { issueSettings } = await import('./issue-settings-schema');
  const read = issueSettings.safeParse((await readSettingsFile(io, file)) ?? {});
  if (read.success) return read.data;
  const said = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw badArguments([`${join(settingsFolder(io), file)} is not right.`, ...said].join('\n'), {
    code: 'settings_invalid',
  });
}

/** What the settings say for a team; undefined: the default by the type of the state. */
export function stateFor(map: Readonly<Record<string, string>>, teamKey: string): string | undefined {
  const own = Object.entries(map).find(([key]) => key.toUpperCase() === teamKey.toUpperCase());
  return own?.[1] ?? map['*'];
}
