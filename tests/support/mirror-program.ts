import fc from 'fast-check';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import type { SyncClock } from './sync-clock';
import { carryOut, type Operation, operation } from './sync-program';
import { type SyncStep, syncStep } from './sync-step';

/** What people do to everything but the issues. The numbers choose among what is there at that time. */
const things = [
  'user',
  'project',
  'milestone',
  'document',
  'cycle',
  'label',
  'comment',
  'attachment',
  'relation',
] as const;
type Thing = (typeof things)[number];

export interface MirrorOperation {
  kind: 'create' | 'edit' | 'archive' | 'delete' | 'notify';
  thing: Thing;
  a: number;
  b: number;
  /** So often: more than ride along in one look. */
  times: number;
  afterMs: number;
}

export type AnyOperation = { of: 'mirror'; operation: MirrorOperation } | { of: 'issues'; operation: Operation };

export type MirrorProgramStep =
  | { kind: 'operation'; operation: AnyOperation }
  | { kind: 'teams'; teams: 'all' | 'some' }
  | { kind: 'collections'; left: number }
  | SyncStep<AnyOperation>;

const mirrorOperation: fc.Arbitrary<MirrorOperation> = fc.record({
  kind: fc.constantFrom('create', 'create', 'edit', 'edit', 'archive', 'delete', 'delete', 'notify'),
  thing: fc.constantFrom(...things),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  times: fc.constantFrom(1, 1, 1, 9, 26),
  afterMs: fc.constantFrom(0, 0, 1, 700, 20_000),
});

const anyOperation: fc.Arbitrary<AnyOperation> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ of: fc.constant('mirror' as const), operation: mirrorOperation }) },
  { weight: 1, arbitrary: fc.record({ of: fc.constant('issues' as const), operation }) },
);

const step: fc.Arbitrary<MirrorProgramStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('operation' as const), operation: anyOperation }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('teams' as const),
      teams: fc.constantFrom('all' as const, 'some' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('collections' as const), left: fc.nat(12) }) },
  {
    weight: 4,
    arbitrary: syncStep(anyOperation, { bound: 12, nth: 14, endings: ['itself', 'itself', 'shutdown', 'crash'] }),
  },
);

export interface MirrorProgram {
  seed: number;
  issues: number;
  pageSize: number;
  /** What happens to a mirror that is complete is another story than what happens to one that is being made. */
  isComplete: boolean;
  steps: MirrorProgramStep[];
}

export const mirrorProgram: fc.Arbitrary<MirrorProgram> = fc.record({
  seed: fc.nat(10_000),
  issues: fc.nat(14),
  pageSize: fc.integer({ min: 4, max: 20 }),
  isComplete: fc.constantFrom(true, true, false),
  steps: fc.array(step, { minLength: 3, maxLength: 16 }),
});

export function carryOutAny(workspace: Workspace, { of, operation: what }: AnyOperation, clock: SyncClock): void {
  if (of === 'issues') carryOut(workspace, what, clock);
  else {
    clock.advance(what.afterMs);
    const times = what.kind === 'create' || what.kind === 'edit' ? what.times : 1;
    for (let time = 0; time < times; time++) {
      clock.advance(what.afterMs % 10);
      carryOutOne(workspace, { ...what, a: what.a + time });
    }
  }
}

let names = 0;

function carryOutOne(workspace: Workspace, { kind, thing, a, b }: MirrorOperation): void {
  names += 1;
  const pick = <T>(rows: { values(): Iterable<T> }, n: number): T | undefined => {
    const all = [...rows.values()];
    return all[n % all.length];
  };
  const issue = pick(workspace.issues, b);
  if (kind === 'notify') {
    const user = workspace.keys[0]?.user;
    if (user && issue) workspace.notify({ type: 'issueMention', user, issue });
  } else if (kind === 'create') create(workspace, thing, pick, { a, b });
  else change(workspace, { kind, thing, n: a }, pick);
}

type Pick = <T>(rows: { values(): Iterable<T> }, n: number) => T | undefined;

function create(workspace: Workspace, thing: Thing, pick: Pick, { a, b }: { a: number; b: number }): void {
  const name = `Thing ${names}`;
  const [issue, other, team] = [pick(workspace.issues, a), pick(workspace.issues, b), pick(workspace.teams, a)];
  const project = pick(workspace.projects, b);
  const at = workspace.clock().toISOString();
  if (thing === 'user') workspace.makeUser({ name });
  else if (thing === 'project' && team) workspace.createProject({ name, teams: [team] });
  else if (thing === 'milestone' && project) workspace.createMilestone(project, name);
  else if (thing === 'document') workspace.createDocument({ title: name, ...(project ? { project } : {}) });
  else if (thing === 'cycle' && team) workspace.createCycle({ team, number: 100 + names, startsAt: at, endsAt: at });
  else if (thing === 'label') workspace.createLabel({ name, ...(team && a % 2 ? { team } : {}) });
  else if (thing === 'comment' && issue) workspace.comment(issue, name);
  else if (thing === 'attachment' && issue)
    workspace.attach({ issue, url: `https://example.com/${names}`, title: name });
  else if (thing === 'relation' && issue && other && issue !== other) workspace.relate(issue, 'related', other);
}

/** By kind of thing: its table, and what can become of a row of it. */
function deedsOf(workspace: Workspace) {
  const w = workspace;
  const name = `Renamed ${names}`;
  return {
    user: { rows: w.users, edit: (id: string) => w.updateUser(id, { name }) },
    project: {
      rows: w.projects,
      edit: (id: string) => w.updateProject(id, { name }),
      archive: (id: string) => w.archiveProject(id),
      delete: (id: string) => w.deleteProject(id),
    },
    milestone: {
      rows: w.milestones,
      edit: (id: string) => w.updateMilestone(id, { name }),
      archive: (id: string) => w.archiveMilestone(id),
      delete: (id: string) => w.deleteMilestone(id),
    },
    document: {
      rows: w.documents,
      edit: (id: string) => w.updateDocument(id, { title: name }),
      archive: (id: string) => w.archiveDocument(id),
      delete: (id: string) => w.deleteDocument(id),
    },
    cycle: {
      rows: w.cycles,
      edit: (id: string) => w.updateCycle(id, { name }),
      archive: (id: string) => w.archiveCycle(id),
      delete: (id: string) => w.deleteCycle(id),
    },
    label: {
      rows: w.labels,
      // Not archived: an issue shows its archived labels no more, and no stamp of its tells.
      edit: (id: string) => w.updateLabel(id, { name }),
      delete: (id: string) => w.deleteLabel(id),
    },
    comment: {
      rows: w.comments,
      edit: (id: string) => w.updateComment(id, name),
      archive: (id: string) => w.archiveComment(id),
      delete: (id: string) => w.deleteComment(id),
    },
    attachment: {
      rows: w.attachments,
      edit: (id: string) => w.updateAttachment(id, { title: name }),
      archive: (id: string) => w.archiveAttachment(id),
      delete: (id: string) => w.deleteAttachment(id),
    },
    relation: {
      rows: w.relations,
      edit: (id: string) => w.updateRelation(id, names % 2 ? 'similar' : 'blocks'),
      archive: (id: string) => w.archiveRelation(id),
      delete: (id: string) => w.deleteRelation(id),
    },
  };
}

function change(
  workspace: Workspace,
  { kind, thing, n }: { kind: 'edit' | 'archive' | 'delete'; thing: Thing; n: number },
  pick: Pick,
): void {
  const deeds: { rows: { values(): Iterable<{ id: string }> } } & Partial<
    Record<typeof kind, (id: string) => unknown>
  > = deedsOf(workspace)[thing];
  const row = pick(deeds.rows, n);
  if (row) deeds[kind]?.(row.id);
}
