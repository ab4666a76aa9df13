import { z } from 'zod';
import {
  apiKey,
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
  cron,
  maxPagesPerRun,
  statusMapping,
} from '@/lib/contracts/connection';
import { teamChoice } from './team-choice';

/** What both forms share; the fields are the contract's, but the teams, which are ticked or typed. */
export const settingsForm = z.object({
  name: z.string().trim().max(100, 'Use at most 100 characters.'),
  teams: teamChoice,
  statusMapping,
  schedule: z.object({ enabled: z.boolean(), cron, timeZone: z.string() }),
  maxPagesPerRun,
});
export type SettingsForm = z.infer<typeof settingsForm>;
export type SettingsFormInput = z.input<typeof settingsForm>;

export const newConnectionForm = settingsForm.extend({ apiKey });
export type NewConnectionForm = z.infer<typeof newConnectionForm>;
export type NewConnectionFormInput = z.input<typeof newConnectionForm>;

/** An empty name is left to the server, which takes the workspace's. */
export function toConnectionInput(form: NewConnectionForm): ConnectionInput {
  const { apiKey: key, name, teams, ...rest } = form;
  return { apiKey: key, teamKeys: teams.all ? [] : teams.keys, ...(name ? { name } : {}), ...rest };
}

export function toConnectionChange({ name, teams, ...rest }: SettingsForm, before: Connection): ConnectionChange {
  return { name: name || before.workspace.name, teamKeys: teams.all ? [] : teams.keys, ...rest };
}
