import { plural } from '@/app/_ui/format-number';
import type { Tone } from '@/app/_ui/tones';
import type { PlannedAction, Run, RunCounts, RunStatus, RunTrigger } from '@/lib/contracts/run';
import { activeStatuses } from '@/lib/contracts/values';

export const runStatusLooks: Record<RunStatus, { label: string; tone: Tone }> = {
  queued: { label: 'Queued', tone: 'accent' },
  running: { label: 'Running', tone: 'accent' },
  waiting: { label: 'Waiting', tone: 'info' },
  succeeded: { label: 'Succeeded', tone: 'success' },
  partial: { label: 'Partial', tone: 'warning' },
  failed: { label: 'Failed', tone: 'danger' },
  canceled: { label: 'Canceled', tone: 'neutral' },
  interrupted: { label: 'Interrupted', tone: 'warning' },
};

export const triggerWords: Record<RunTrigger, string> = {
  manual: 'By hand',
  schedule: 'Schedule',
  api: 'API',
  webhook: 'Webhook',
};

export const countWords: Record<keyof RunCounts, string> = {
  fetched: 'Fetched',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  moved: 'Moved',
  archived: 'Archived',
  restored: 'Restored',
  gone: 'Gone',
  failed: 'Failed',
};

export const actionWords: Record<PlannedAction['kind'], { label: string; tone: Tone }> = {
  create: { label: 'Create', tone: 'success' },
  update: { label: 'Update', tone: 'info' },
  move: { label: 'Move', tone: 'accent' },
  archive: { label: 'Archive', tone: 'neutral' },
  trash: { label: 'Trash', tone: 'warning' },
  restore: { label: 'Restore', tone: 'success' },
  gone: { label: 'Mark gone', tone: 'danger' },
};

const active: ReadonlySet<RunStatus> = new Set(activeStatuses);

export function isActive(run: Run): boolean {
  return active.has(run.status);
}

/** "Sync", "Full sync", "Dry run", "Full dry run" */
export function nameRun({ mode, dryRun }: Pick<Run, 'mode' | 'dryRun'>): string {
  if (dryRun) return mode === 'full' ? 'Full dry run' : 'Dry run';
  return mode === 'full' ? 'Full sync' : 'Sync';
}

const told = ['created', 'updated', 'moved', 'archived', 'restored', 'gone', 'failed'] as const;

/** "3 created, 12 updated", or "No changes". */
export function tellChanges(counts: RunCounts): string {
  const parts = told.filter((key) => counts[key] > 0).map((key) => plural(counts[key], key, key));
  return parts.length === 0 ? 'No changes' : parts.join(', ');
}
