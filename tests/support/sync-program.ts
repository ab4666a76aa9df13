import fc from 'fast-check';
import { db } from '@/lib/db/client';
import type { Issue } from '@/tests/fakes/linear/model';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import type { SyncClock } from './sync-clock';
import { type SyncStep, syncStep } from './sync-step';

/** Things that a person, or another program, does in Linear. The numbers choose among what is there at that time. */
const operationKinds = [
  'create',
  'createLate',
  'edit',
  'editLate',
  'setState',
  'setLabels',
  'setParent',
  'move',
  'archive',
  'unarchive',
  'trash',
  'restore',
  'delete',
  'renameTeam',
  'changeKey',
  'renameState',
] as const;

export interface Operation {
  kind: (typeof operationKinds)[number];
  a: number;
  b: number;
  /** How long after the one before. */
  afterMs: number;
}

export type Step =
  | { kind: 'operation'; operation: Operation }
  | { kind: 'person'; a: number }
  | { kind: 'select'; teams: 'all' | 'some' }
  | SyncStep<Operation>;

export const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom(...operationKinds),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  afterMs: fc.constantFrom(0, 0, 1, 700, 20_000),
});

const sync = syncStep(operation, {
  bound: 5,
  nth: 6,
  endings: ['itself', 'itself', 'itself', 'shutdown', 'crash', 'takeover'],
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('operation' as const), operation }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('person' as const), a: fc.nat(1_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('select' as const),
      teams: fc.constantFrom('all' as const, 'some' as const),
    }),
  },
  { weight: 4, arbitrary: sync },
);

export interface Program {
  seed: number;
  issues: number;
  pageSize: number;
  teams: 'all' | 'some';
  steps: Step[];
}

export const program: fc.Arbitrary<Program> = fc.record({
  seed: fc.nat(10_000),
  issues: fc.nat(14),
  pageSize: fc.integer({ min: 1, max: 4 }),
  teams: fc.constantFrom('all' as const, 'some' as const),
  steps: fc.array(step, { maxLength: 22 }),
});

function pick<T>(list: T[], n: number): T | undefined {
  return list[n % list.length];
}

/** Makes names that never come back: what is renamed there and back between two looks leaves no trace to find. */
let names = 0;

export function carryOut(workspace: Workspace, { kind, a, b, afterMs }: Operation, clock: SyncClock): void {
  clock.advance(afterMs);
  const teams = [...workspace.teams.values()];
  const team = pick(teams, b);
  if (!team) return;
  names += 1;
  const lateMs = clock.linear().getTime() - (a % 60) * 1_000;
  const late = new Date(Math.max(lateMs, Date.parse('2026-03-02T09:00:00.000Z'))).toISOString();
  if (kind === 'create') workspace.createIssue({ team, title: `Issue ${names}` });
  else if (kind === 'createLate') workspace.createIssue({ team, title: `Late issue ${names}`, createdAt: late });
  else if (kind === 'renameTeam') workspace.renameTeam(team, `Team ${names}`);
  else if (kind === 'changeKey') workspace.changeTeamKey(team, `K${names}`);
  else if (kind === 'renameState')
    workspace.renameState(team, pick(workspace.statesOf(team), a) ?? '', `State ${names}`);
  else {
    const issue = pick([...workspace.issues.values()], a);
    if (issue) change(workspace, issue, { kind, b, late });
  }
}

function change(
  workspace: Workspace,
  issue: Issue,
  { kind, b, late }: { kind: Operation['kind']; b: number; late: string },
): void {
  const { issues } = workspace;
  if (kind === 'edit') workspace.updateIssue(issue, { title: `Edited ${names}`, priority: b % 5 });
  else if (kind === 'editLate')
    issues.change(issue, { title: `Edited late ${names}`, updatedAt: late > issue.updatedAt ? late : issue.updatedAt });
  else if (kind === 'setState')
    workspace.updateIssue(issue, { state: pick(workspace.statesOf(issue.team), b)?.id ?? 'backlog' });
  else if (kind === 'setLabels') workspace.setLabels(issue, [...workspace.labels.values()].slice(0, b % 3));
  else if (kind === 'setParent') workspace.updateIssue(issue, { parent: pick([...issues.values()], b) ?? null });
  else if (kind === 'move') workspace.moveIssue(issue, pick([...workspace.teams.values()], b) ?? issue.team);
  else if (kind === 'archive' && issue.archivedAt === null) workspace.archiveIssue(issue);
  else if (kind === 'unarchive' && issue.archivedAt !== null && !issue.trashed) workspace.unarchiveIssue(issue);
  else if (kind === 'trash' && !issue.trashed) workspace.trashIssue(issue);
  else if (kind === 'restore' && issue.trashed) workspace.restoreIssue(issue);
  else if (kind === 'delete') workspace.deletePermanently(issue);
}

/** What people own, and must find again whatever Linear does: by issue, with the one task it ever had. */
export class Belongings {
  readonly #taskIds = new Map<string, string>();
  readonly #notes = new Map<string, string>();

  async write(a: number): Promise<void> {
    const tasks = await db().task.findMany({ where: { source: 'linear' }, orderBy: { id: 'asc' } });
    const task = pick(tasks, a);
    if (!task?.externalId) return;
    const notes = `Note ${a}`;
    const customFields = JSON.stringify({ ...(JSON.parse(task.customFields) as object), mine: a });
    await db().task.update({ where: { id: task.id }, data: { notes, billable: a % 2 === 0, customFields } });
    await db().project.update({ where: { id: task.projectId }, data: { color: '#123456' } });
    this.#notes.set(task.externalId, `${notes} ${a % 2 === 0} ${a}`);
  }

  /** Every fault: a second task for one issue, a task that went away, a note that was lost. */
  async listLosses(): Promise<string[]> {
    const tasks = await db().task.findMany({ where: { source: 'linear' } });
    const byIssue = new Map(tasks.map((task) => [task.externalId ?? '', task]));
    const losses = tasks.length === byIssue.size ? [] : ['An issue has two tasks'];
    for (const [issueId, taskId] of this.#taskIds) {
      if (byIssue.get(issueId)?.id !== taskId) losses.push(`The task of ${issueId} is another or gone`);
    }
    for (const [issueId, { id }] of byIssue) this.#taskIds.set(issueId, id);
    for (const [issueId, expected] of this.#notes) {
      const task = byIssue.get(issueId);
      const mine = (JSON.parse(task?.customFields ?? '{}') as { mine?: number }).mine;
      if (`${task?.notes} ${task?.billable} ${mine}` !== expected) losses.push(`The notes of ${issueId} are lost`);
    }
    return losses;
  }
}
