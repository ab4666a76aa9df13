import { entityNotFound, refusal, roleError } from './errors';
import type { Issue, IssueLabel, Team, WorkflowState } from './model';
import { checkFilled, checkLabels, checkNumbers, checkTeam, issueFor, newId, rowFor, teamFor } from './mutation-checks';
import { done, type Mutate } from './mutation-payload';
import type { ResolverContext } from './resolver-context';
import type { IssueChanges } from './workspace';

type Optional<Value> = Value | null | undefined;

interface IssueInput {
  assigneeId?: Optional<string>;
  cycleId?: Optional<string>;
  description?: Optional<string>;
  dueDate?: Optional<string>;
  estimate?: Optional<number>;
  labelIds?: Optional<string[]>;
  parentId?: Optional<string>;
  priority?: Optional<number>;
  projectId?: Optional<string>;
  projectMilestoneId?: Optional<string>;
  sortOrder?: Optional<number>;
  stateId?: Optional<string>;
  title?: Optional<string>;
}

interface IssueCreateInput extends IssueInput {
  id?: Optional<string>;
  teamId: string;
  createdAt?: Optional<string>;
  completedAt?: Optional<string>;
}

interface IssueUpdateInput extends IssueInput {
  addedLabelIds?: Optional<string[]>;
  removedLabelIds?: Optional<string[]>;
  teamId?: Optional<string>;
  trashed?: Optional<boolean>;
}

const CLEARABLE = ['description', 'dueDate', 'estimate'] as const;

function plainChanges(input: IssueInput): IssueChanges {
  const changes: IssueChanges = {};
  for (const key of CLEARABLE) if (input[key] !== undefined) Object.assign(changes, { [key]: input[key] });
  if (input.title !== undefined) {
    checkFilled('title', input.title);
    changes.title = input.title ?? '';
  }
  if (input.priority !== undefined) changes.priority = input.priority ?? 0;
  if (typeof input.sortOrder === 'number') changes.sortOrder = input.sortOrder;
  return changes;
}

function assigneeFor(id: string, context: ResolverContext) {
  const user = rowFor('User', 'assigneeId', id, context.workspace.users);
  if (!user.active) throw refusal('User is not active', `${user.name} is suspended and cannot be assigned.`);
  return user;
}

function labelsFor(ids: readonly string[], property: string, context: ResolverContext): IssueLabel[] {
  return ids.map((id) => rowFor('IssueLabel', property, id, context.workspace.labels));
}

/** Only what was given; null clears. Everything must belong to the team in which the issue will be. */
function referenceChanges(input: IssueInput, team: Team, context: ResolverContext): IssueChanges {
  const { states, cycles, projects, milestones } = context.workspace;
  const { stateId, assigneeId, cycleId, projectId, projectMilestoneId, parentId } = input;
  const changes: IssueChanges = {};
  if (stateId !== undefined && stateId !== null) {
    const state = rowFor('WorkflowState', 'stateId', stateId, states);
    checkTeam(team, [state.team]);
    changes.state = state;
  }
  if (assigneeId !== undefined) changes.assignee = assigneeId === null ? null : assigneeFor(assigneeId, context);
  if (cycleId !== undefined) {
    const cycle = cycleId === null ? null : rowFor('Cycle', 'cycleId', cycleId, cycles);
    if (cycle !== null) checkTeam(team, [cycle.team]);
    changes.cycle = cycle;
  }
  if (projectId !== undefined) {
    const project = projectId === null ? null : rowFor('Project', 'projectId', projectId, projects);
    if (project !== null) checkTeam(team, project.teams);
    changes.project = project;
  }
  if (projectMilestoneId !== undefined) {
    const id = projectMilestoneId;
    changes.projectMilestone = id === null ? null : rowFor('ProjectMilestone', 'projectMilestoneId', id, milestones);
  }
  if (parentId !== undefined) changes.parent = parentId === null ? null : issueFor(parentId, context);
  return changes;
}

function changesFor(input: IssueInput, team: Team, context: ResolverContext): IssueChanges {
  checkNumbers(input);
  return { ...plainChanges(input), ...referenceChanges(input, team, context) };
}

function sameMembers<Item>(left: readonly Item[], right: readonly Item[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}

/** What is set to what it is already is no change: it moves no stamp and tells no webhook. */
function realChanges(issue: Issue, changes: IssueChanges): IssueChanges {
  const keys = Object.keys(changes) as (keyof IssueChanges)[];
  const isReal = (key: keyof IssueChanges) =>
    key === 'labels' ? !sameMembers(issue.labels, changes.labels ?? []) : changes[key] !== issue[key];
  return Object.fromEntries(keys.filter(isReal).map((key) => [key, changes[key]]));
}

function labelChanges(input: IssueUpdateInput, issue: Issue, team: Team, context: ResolverContext): IssueChanges {
  const { labelIds, addedLabelIds, removedLabelIds } = input;
  if (labelIds === undefined && addedLabelIds === undefined && removedLabelIds === undefined) return {};
  const kept = issue.labels.filter((label) => label.team === null || label.team === team);
  const base = labelIds === undefined ? kept : labelsFor(labelIds ?? [], 'labelIds', context);
  const added = labelsFor(addedLabelIds ?? [], 'addedLabelIds', context);
  const removed = new Set(labelsFor(removedLabelIds ?? [], 'removedLabelIds', context));
  const labels = [...new Set([...base, ...added])].filter((label) => !removed.has(label));
  checkLabels(team, labels);
  return { labels };
}

function firstState(team: Team, context: ResolverContext): WorkflowState {
  const states = context.workspace.statesOf(team).sort((left, right) => left.position - right.position);
  const type = team.triageEnabled ? 'triage' : 'backlog';
  const state = states.find((each) => each.type === type) ?? states[0];
  if (state === undefined) throw entityNotFound('WorkflowState');
  return state;
}

function create(input: IssueCreateInput, context: ResolverContext): Issue {
  const { workspace, key } = context;
  const row = newId('Issue', workspace.issues, input.id);
  const team = teamFor(input.teamId, context);
  checkFilled('title', input.title);
  const labels = [...new Set(labelsFor(input.labelIds ?? [], 'labelIds', context))];
  checkLabels(team, labels);
  const changes = changesFor(input, team, context);
  const stamps = {
    ...(typeof input.createdAt === 'string' ? { createdAt: input.createdAt } : {}),
    ...(typeof input.completedAt === 'string' ? { completedAt: input.completedAt } : {}),
  };
  const state = changes.state ?? firstState(team, context);
  return workspace.createIssue({ ...row, ...stamps, ...changes, team, state, labels, creator: key.user });
}

function update(id: string, input: IssueUpdateInput, context: ResolverContext): Issue {
  const { workspace } = context;
  const issue = issueFor(id, context);
  const team = typeof input.teamId === 'string' ? teamFor(input.teamId, context) : issue.team;
  const wanted = { ...changesFor(input, team, context), ...labelChanges(input, issue, team, context) };
  if (wanted.parent === issue) throw refusal('Issue cannot be its own parent', 'An issue cannot be its own parent.');
  workspace.moveIssue(issue, team);
  const changes = realChanges(issue, wanted);
  if (Object.keys(changes).length > 0) workspace.updateIssue(issue, changes);
  if (input.trashed === true) workspace.trashIssue(issue);
  if (input.trashed !== undefined && input.trashed !== true && issue.trashed === true) workspace.restoreIssue(issue);
  return issue;
}

function archive(issue: Issue, isTrash: boolean, context: ResolverContext): Issue {
  if (isTrash) return context.workspace.trashIssue(issue);
  return issue.archivedAt === null ? context.workspace.archiveIssue(issue) : issue;
}

interface ById {
  id: string;
}

export const issueMutations = {
  issueCreate: ({ input }, context) => done(context, { issue: create(input, context) }),
  issueUpdate: ({ id, input }, context) => done(context, { issue: update(id, input, context) }),
  issueAddLabel: ({ id, labelId }, context) =>
    done(context, { issue: update(id, { addedLabelIds: [labelId] }, context) }),
  issueRemoveLabel: ({ id, labelId }, context) =>
    done(context, { issue: update(id, { removedLabelIds: [labelId] }, context) }),
  issueArchive: ({ id, trash }, context) =>
    done(context, { entity: archive(issueFor(id, context), trash === true, context) }),
  issueUnarchive: ({ id }, context) => {
    const issue = issueFor(id, context);
    const { workspace } = context;
    return done(context, {
      entity: issue.trashed === true ? workspace.restoreIssue(issue) : workspace.unarchiveIssue(issue),
    });
  },
  issueDelete: ({ id, permanentlyDelete }, context) => {
    const issue = issueFor(id, context);
    if (permanentlyDelete !== true) return done(context, { entity: context.workspace.trashIssue(issue) });
    if (!context.key.user.admin) throw roleError();
    context.workspace.deletePermanently(issue);
    return done(context, { entity: null });
  },
} satisfies {
  issueCreate: Mutate<{ input: IssueCreateInput }>;
  issueUpdate: Mutate<ById & { input: IssueUpdateInput }>;
  issueAddLabel: Mutate<ById & { labelId: string }>;
  issueRemoveLabel: Mutate<ById & { labelId: string }>;
  issueArchive: Mutate<ById & { trash?: Optional<boolean> }>;
  issueUnarchive: Mutate<ById>;
  issueDelete: Mutate<ById & { permanentlyDelete?: Optional<boolean> }>;
};
