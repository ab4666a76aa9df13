import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import type { Issue } from '@/tests/fakes/linear/model';
import { issueUrl } from '@/tests/fakes/linear/urls';
import type { Workspace } from '@/tests/fakes/linear/workspace';

/** What a task must hold of an issue, worked out from the simulated workspace alone. */
export interface ExpectedTask {
  externalId: string;
  [field: string]: unknown;
}

const doneTypes = ['completed', 'canceled', 'duplicate'];

export function expectedTask(issue: Issue, urlKey: string): ExpectedTask {
  const { team, state, assignee, project, cycle, parent, labels } = issue;
  const url = issueUrl(issue, urlKey);
  const integration = {
    source: 'linear',
    ref: issue.id,
    identifier: issue.identifier,
    url,
    team: { id: team.id, key: team.key, name: team.name },
    state: { id: state.id, name: state.name, type: state.type },
    project: project && { id: project.id, name: project.name },
    cycle: cycle && { id: cycle.id, number: cycle.number, name: cycle.name },
    parent: parent && { id: parent.id, identifier: parent.identifier },
    previousIdentifiers: issue.previousIdentifiers,
    updatedAt: issue.updatedAt,
  };
  return {
    externalId: issue.id,
    projectOf: team.id,
    externalTeamId: team.id,
    identifier: issue.identifier,
    title: issue.title,
    name: `${issue.identifier}: ${issue.title}`,
    status: doneTypes.includes(state.type) || ['done', 'canceled'].includes(state.name.toLowerCase()) ? 'done' : 'todo',
    sourceState: issue.trashed ? 'trashed' : issue.archivedAt ? 'archived' : 'live',
    url,
    description: url,
    stateId: state.id,
    stateName: state.name,
    stateType: state.type,
    stateColor: state.color,
    priority: issue.priority,
    estimate: issue.estimate,
    dueDate: issue.dueDate,
    assigneeId: assignee?.id ?? null,
    assigneeName: assignee?.name ?? null,
    assigneeEmail: assignee?.email.toLowerCase() ?? null,
    labels: labels.map(({ name, color }) => ({ name, color })).sort(byName),
    labelText: labels.map(({ name }) => name.toLowerCase()).sort(),
    searchText: [issue.identifier, ...issue.previousIdentifiers, issue.title].join(' ').toLowerCase(),
    externalCreatedAt: issue.createdAt,
    externalUpdatedAt: issue.updatedAt,
    externalArchivedAt: issue.archivedAt,
    externalCompletedAt: issue.completedAt,
    integration,
  };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The same fields of what is stored, for every imported task. */
export async function storedTasks(): Promise<Map<string, ExpectedTask & { id: string; notes: string | null }>> {
  const tasks = await db().task.findMany({ where: { source: 'linear' }, include: { project: true, aliases: true } });
  return new Map(
    tasks.map((task) => [must(task.externalId), { ...storedFields(task), id: task.id, notes: task.notes }]),
  );
}

type Stored = Awaited<ReturnType<typeof loadOne>>;

function loadOne() {
  return db().task.findFirstOrThrow({ include: { project: true, aliases: true } });
}

function storedFields(task: Stored): ExpectedTask {
  const { project, aliases, labels, labelText, customFields, externalId, ...rest } = task;
  const {
    id,
    projectId,
    source,
    connectionId,
    contentHash,
    missingSince,
    notes,
    billable,
    createdAt,
    updatedAt,
    ...columns
  } = rest;
  return {
    ...columns,
    externalId: must(externalId),
    projectOf: project.externalId,
    labels: (JSON.parse(labels) as { name: string }[]).sort(byName),
    labelText: labelText.split('|').filter(Boolean).sort(),
    integration: (JSON.parse(customFields) as { integration: unknown }).integration,
  };
}

export interface ComparedTo {
  /** The keys or ids of the synced teams; by default all. */
  teamIds?: string[];
  /** Left out of the comparison: what no stamp of Linear's tells, so that only a full pass finds it. */
  withoutParent?: boolean;
  /** Tasks whose issue is deleted may still look alive. */
  allowUndetectedDeletes?: boolean;
}

/** Every way in which the stored tasks differ from the simulated workspace; empty when they agree. */
export async function listDifferences(workspace: Workspace, options: ComparedTo = {}): Promise<string[]> {
  const stored = await storedTasks();
  const issues = [...workspace.issues.values()].filter(({ team }) => options.teamIds?.includes(team.id) ?? true);
  const differences = issues.flatMap((issue) => {
    const task = stored.get(issue.id);
    if (!task) return [`${issue.identifier} has no task`];
    return compare(issue.identifier, expectedTask(issue, workspace.organization.urlKey), task, options);
  });
  const known = new Set(issues.map(({ id }) => id));
  for (const [externalId, task] of stored) {
    const isFrozen = options.teamIds && !options.teamIds.includes(String(task['externalTeamId']));
    if (known.has(externalId) || isFrozen || task['sourceState'] === 'gone') continue;
    if (options.allowUndetectedDeletes && !workspace.issues.get(externalId)) continue;
    differences.push(
      `${String(task['identifier'])} is ${String(task['sourceState'])}, but Linear has no such issue here`,
    );
  }
  return [...differences, ...(await listAliasFaults(issues))];
}

function compare(name: string, expected: ExpectedTask, task: ExpectedTask, { withoutParent }: ComparedTo): string[] {
  const shown = (value: unknown) => {
    if (withoutParent && typeof value === 'object' && value !== null && 'parent' in value)
      return JSON.stringify({ ...value, parent: null });
    return JSON.stringify(value);
  };
  return Object.keys(expected).flatMap((field) => {
    const [want, have] = [shown(expected[field]), shown(task[field])];
    return want === have ? [] : [`${name}.${field} is ${have}, should be ${want}`];
  });
}

async function listAliasFaults(issues: Issue[]): Promise<string[]> {
  const aliases = await db().taskAlias.findMany({ include: { task: { select: { externalId: true } } } });
  const known = new Set(aliases.map(({ identifier, task }) => `${task.externalId} ${identifier}`));
  return issues.flatMap(({ id, identifier, previousIdentifiers }) =>
    previousIdentifiers.flatMap((old) => (known.has(`${id} ${old}`) ? [] : [`${identifier} is not found as ${old}`])),
  );
}
