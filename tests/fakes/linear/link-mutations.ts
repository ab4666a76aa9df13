import { conflictError, entityNotFound, refusal } from './errors';
import type { Cycle, IssueLabel, IssueRelation } from './model';
import { checkFilled, checkUuid, issueFor, newId, rowFor, teamFor } from './mutation-checks';
import { done, type Mutate } from './mutation-payload';
import type { ResolverContext } from './resolver-context';

type Optional<Value> = Value | null | undefined;

interface RelationInput {
  id?: Optional<string>;
  issueId: string;
  relatedIssueId: string;
  type: IssueRelation['type'];
}

interface LabelInput {
  id?: Optional<string>;
  name: string;
  color?: Optional<string>;
  description?: Optional<string>;
  isGroup?: Optional<boolean>;
  parentId?: Optional<string>;
  teamId?: Optional<string>;
}

interface CycleInput {
  name?: Optional<string>;
  description?: Optional<string>;
  startsAt?: Optional<string>;
  endsAt?: Optional<string>;
  completedAt?: Optional<string>;
}

interface ById {
  id: string;
}

/** A duplicate goes to the state that Linear manages for duplicates. */
function relate(input: RelationInput, context: ResolverContext): IssueRelation {
  const { workspace } = context;
  const row = newId('IssueRelation', workspace.relations, input.id);
  const ends = { issue: issueFor(input.issueId, context), relatedIssue: issueFor(input.relatedIssueId, context) };
  if (ends.issue === ends.relatedIssue) {
    throw refusal('Issue cannot be related to itself', 'An issue cannot be related to itself.');
  }
  const known = workspace.relationsOfIssue.of(ends.issue);
  const twin = known.find((each) => each.relatedIssue === ends.relatedIssue && each.type === input.type);
  if (twin !== undefined) throw conflictError('IssueRelation', twin.id);
  const duplicate = workspace.statesOf(ends.issue.team).find((state) => state.type === 'duplicate');
  if (input.type === 'duplicate' && duplicate !== undefined) workspace.updateIssue(ends.issue, { state: duplicate });
  return workspace.relations.add({ ...workspace.newRow(row), type: input.type, ...ends });
}

function relationFor(id: string, context: ResolverContext): IssueRelation {
  const relation = rowFor('IssueRelation', 'id', id, context.workspace.relations);
  if (!context.visibleTeams.has(relation.issue.team)) throw entityNotFound('IssueRelation');
  return relation;
}

function groupFor(id: string, context: ResolverContext): IssueLabel {
  const parent = rowFor('IssueLabel', 'parentId', id, context.workspace.labels);
  if (!parent.isGroup) throw refusal('parent label is not a group', `The label '${parent.name}' is not a group.`);
  return parent;
}

function createLabel(input: LabelInput, context: ResolverContext): IssueLabel {
  const { workspace, key } = context;
  const row = newId('IssueLabel', workspace.labels, input.id);
  checkFilled('name', input.name);
  const team = typeof input.teamId === 'string' ? teamFor(input.teamId, context) : null;
  const parent = typeof input.parentId === 'string' ? groupFor(input.parentId, context) : null;
  const isTaken = (label: IssueLabel) =>
    label.name.toLowerCase() === input.name.toLowerCase() && (label.team === null || label.team === team);
  if ([...workspace.labels.values()].some(isTaken)) {
    const place = team === null ? 'workspace' : `team ${team.name}`;
    throw refusal('Duplicate label name', `Label "${input.name}" already exists in ${place}.`);
  }
  const look = { name: input.name, team, ...(typeof input.color === 'string' ? { color: input.color } : {}) };
  const label = workspace.createLabel({ ...row, ...look, description: input.description ?? null });
  return workspace.labels.change(label, { parent, isGroup: input.isGroup === true, creator: key.user });
}

function updateCycle(id: string, input: CycleInput, context: ResolverContext): Cycle {
  const { workspace } = context;
  const cycle = rowFor('Cycle', 'id', id, workspace.cycles);
  if (!context.visibleTeams.has(cycle.team)) throw entityNotFound('Cycle');
  const { startsAt, endsAt, ...rest } = input;
  const starts = startsAt ?? cycle.startsAt;
  const ends = endsAt ?? cycle.endsAt;
  if (ends <= starts) throw refusal('Invalid cycle dates', 'The cycle must end after it starts.');
  const changes = { ...rest, startsAt: starts, endsAt: ends, updatedAt: workspace.now() } as Partial<Cycle>;
  return workspace.cycles.change(cycle, changes);
}

export const linkMutations = {
  issueRelationCreate: ({ input }, context) => done(context, { issueRelation: relate(input, context) }),
  issueRelationDelete: ({ id }, context) => {
    context.workspace.relations.delete(relationFor(id, context));
    return done(context, { entityId: id });
  },
  issueLabelCreate: ({ input }, context) => done(context, { issueLabel: createLabel(input, context) }),
  cycleCreate: ({ input }) => {
    checkUuid('teamId', input.teamId);
    throw refusal('Cycle creation is not supported', 'Cycle creation is not supported.');
  },
  cycleUpdate: ({ id, input }, context) => done(context, { cycle: updateCycle(id, input, context) }),
} satisfies {
  issueRelationCreate: Mutate<{ input: RelationInput }>;
  issueRelationDelete: Mutate<ById>;
  issueLabelCreate: Mutate<{ input: LabelInput }>;
  cycleCreate: Mutate<{ input: CycleInput & { teamId: string } }>;
  cycleUpdate: Mutate<ById & { input: CycleInput }>;
};
