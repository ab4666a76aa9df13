import { join } from 'node:path';
import { z } from 'zod';
import { badArguments } from '@/cli/cli-error';
import type { Io } from '@/cli/io';
import { readSettingsFile, settingsFolder } from '@/cli/settings-folder';

const file = 'config.json';

export const issueKinds = ['feature', 'bug', 'chore', 'patch'] as const;
export type IssueKind = (typeof issueKinds)[number];

/** The name of a state by the key of a team; `*` for every other team. */
const stateByTeam = z.record(z.string(), z.string().trim().min(1)).default({});
const labels = z.array(z.string().trim().min(1));

/** What is asked first when an issue has labels of several kinds. */
const classify = z
  .strictObject({
    patch: labels.default(['Patch', 'Hotfix', 'Security']),
    bug: labels.default(['Bug', 'Regression']),
    feature: labels.default(['Feature', 'Improvement', 'Enhancement']),
    chore: labels.default([
      'Chore',
      'Maintenance',
      'Refactoring',
      'Documentation',
      'Tests',
      'Infrastructure',
      'Tech debt',
    ]),
    /** Of an issue with none of these labels; left out, that is an error. */
    otherwise: z.enum(issueKinds).optional(),
  })
  .prefault({});

const settings = z.strictObject({ close: stateByTeam, reopen: stateByTeam, classify });
export type IssueSettings = z.infer<typeof settings>;

/** docs/command-line.md shows the file. Without one everything has its default. */
export async function readIssueSettings(io: Io): Promise<IssueSettings> {
  const read = settings.safeParse((await readSettingsFile(io, file)) ?? {});
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
