import type { z } from 'zod';
import type { Connection, ConnectionChange, ConnectionInput } from '@/lib/contracts/connection';
import type { newConnectionForm, settingsForm } from './connection-fields';

export type SettingsForm = z.infer<typeof settingsForm>;
export type SettingsFormInput = z.input<typeof settingsForm>;
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
