import { randomUUID } from 'node:crypto';
import type { Rounding } from '@/lib/contracts/installation';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { tagColumns } from '@/lib/tracking/entry-tags';
import { labelText } from '@/lib/tracking/search-text';
import type { ModelEntry, ModelTask } from '@/tests/support/report-model';

export type GivenTask = Partial<Omit<ModelTask, 'id'>> & {
  projectId: string;
  name?: string;
  estimate?: number;
  cycleName?: string;
};

/** An imported task with all that reports ask of it. */
export async function makeReportTask(given: GivenTask): Promise<ModelTask> {
  const task: ModelTask = {
    id: randomUUID(),
    projectId: given.projectId,
    teamId: given.teamId ?? 'team-none',
    labels: given.labels ?? [],
    cycleId: given.cycleId ?? null,
    linearProjectId: given.linearProjectId ?? null,
    assignee: given.assignee ?? null,
    status: given.status ?? 'todo',
  };
  const name = given.name ?? 'ENG-1: A task';
  const [identifier = null] = /^[A-Z]+-\d+/.exec(name) ?? [];
  await db().task.create({
    data: {
      id: task.id,
      projectId: task.projectId,
      source: 'linear',
      externalId: randomUUID(),
      externalTeamId: task.teamId,
      identifier,
      title: name.replace(/^[A-Z]+-\d+: /, ''),
      name,
      status: task.status,
      estimate: given.estimate ?? null,
      labels: JSON.stringify(task.labels.map((label) => ({ name: label, color: '#ff0000' }))),
      labelText: labelText(task.labels),
      assigneeEmail: task.assignee,
      assigneeName: task.assignee,
      customFields: JSON.stringify({ integration: integrationOf(task, given.cycleName ?? null) }),
    },
  });
  return task;
}

function integrationOf({ teamId, cycleId, linearProjectId }: ModelTask, cycleName: string | null) {
  return {
    source: 'linear',
    team: { id: teamId, key: 'ENG', name: 'Engineering' },
    project: linearProjectId === null ? null : { id: linearProjectId, name: `Initiative ${linearProjectId}` },
    cycle: cycleId === null ? null : { id: cycleId, number: 12, name: cycleName },
  };
}

export async function makeReportProject(name: string, externalId: string | null = null): Promise<string> {
  const id = randomUUID();
  await db().project.create({
    data: { id, name, color: '#5b5bd6', source: externalId === null ? 'manual' : 'linear', externalId },
  });
  return id;
}

const noon = 'T12:00:00.000Z';

/** Writes entries as they are, past the rules: also what those would refuse. At most one may run for each person. */
export async function writeEntries(entries: readonly (ModelEntry & { description?: string })[]): Promise<string[]> {
  const rows = entries.map((entry) => {
    const startedAt = new Date(`${entry.on}${noon}`);
    return {
      id: randomUUID(),
      userId: entry.personId,
      taskId: entry.task?.id ?? null,
      projectId: entry.projectId,
      madeInProjectId: entry.madeInProjectId,
      startedAt,
      endedAt: entry.isRunning ? null : new Date(startedAt.getTime() + entry.seconds * 1_000),
      on: entry.on,
      durationSeconds: entry.isRunning ? 0 : entry.seconds,
      billable: entry.billable,
      rate: entry.rate,
      description: entry.description ?? '',
      ...tagColumns(entry.tags),
    };
  });
  await db().timeEntry.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** One entry, plain where nothing is said. */
export function anEntry(given: Partial<ModelEntry> & Pick<ModelEntry, 'personId' | 'projectId'>): ModelEntry {
  return {
    task: null,
    madeInProjectId: given.projectId,
    on: '2026-11-20',
    seconds: 3_600,
    billable: true,
    rate: null,
    tags: [],
    isRunning: false,
    ...given,
  };
}

export async function setRounding({ mode, minutes, per }: Rounding): Promise<void> {
  await updateInstallation({ roundingMode: mode, roundingMinutes: minutes, roundingPer: per }, new Date());
}
