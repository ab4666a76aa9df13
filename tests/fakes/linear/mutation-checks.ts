import type { Collection } from './collection';
import { argumentValidationError, conflictError, entityNotFound, refusal } from './errors';
import type { Issue, IssueLabel, Row, Team } from './model';
import type { ResolverContext } from './resolver-context';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HIGHEST_PRIORITY = 4;

function invalid(property: string, rule: string, text: string) {
  return argumentValidationError({ property, constraints: { [rule]: `${property} ${text}` }, children: [] });
}

export function checkUuid(property: string, id: string): void {
  if (!UUID.test(id)) throw invalid(property, 'isUuid', 'must be a UUID');
}

export function checkFilled(property: string, text: string | null | undefined): void {
  const isFilled = typeof text === 'string' && text.trim() !== '';
  if (!isFilled) throw invalid(property, 'minLength', 'must be longer than or equal to 1 characters');
}

export function checkNumbers(input: {
  priority?: number | null | undefined;
  estimate?: number | null | undefined;
}): void {
  const { priority, estimate } = input;
  if (typeof priority === 'number' && priority > HIGHEST_PRIORITY) {
    throw invalid('priority', 'max', `must not be greater than ${HIGHEST_PRIORITY}`);
  }
  if (typeof priority === 'number' && priority < 0) throw invalid('priority', 'min', 'must not be less than 0');
  if (typeof estimate === 'number' && estimate < 0) throw invalid('estimate', 'min', 'must not be less than 0');
}

/** The row's own overrides: an id that the client made, and that must be new. */
export function newId<Item extends Row>(
  entity: string,
  collection: Collection<Item>,
  id: string | null | undefined,
): { id?: string } {
  if (id === null || id === undefined) return {};
  checkUuid('id', id);
  if (collection.get(id) !== undefined) throw conflictError(entity, id);
  return { id };
}

/** By UUID or identifier. What the key may not see is not there. */
export function issueFor(ref: string, context: ResolverContext): Issue {
  const issue = context.workspace.findIssue(ref);
  if (issue === undefined || !context.visibleTeams.has(issue.team)) throw entityNotFound('Issue');
  return issue;
}

export function teamFor(id: string, context: ResolverContext): Team {
  const team = context.workspace.teams.get(id);
  if (team === undefined || !context.visibleTeams.has(team)) throw entityNotFound('Team');
  return team;
}

export function rowFor<Item extends Row>(entity: string, property: string, id: string, rows: Collection<Item>): Item {
  checkUuid(property, id);
  const row = rows.get(id);
  if (row === undefined) throw entityNotFound(entity);
  return row;
}

/** Linear has one error for a state, a cycle and a project of another team. */
export function checkTeam(team: Team, owners: readonly Team[]): void {
  if (owners.includes(team)) return;
  const message = 'Discrepancy between issue team and state, cycle or project';
  throw refusal(message, `${message}.`);
}

export function checkLabels(team: Team, labels: readonly IssueLabel[]): void {
  const groups = new Map<IssueLabel, IssueLabel>();
  for (const label of labels) {
    const isOurs = label.team === null || label.team === team || label.team === team.parent;
    if (!isOurs) throw refusal('Label not in team', `The label '${label.name}' does not belong to ${team.name}.`);
    if (label.isGroup) {
      throw refusal('Label is a group', `The label '${label.name}' is a group and cannot be applied to an issue.`);
    }
    const rival = label.parent === null ? undefined : groups.get(label.parent);
    if (rival !== undefined && rival !== label) {
      const presentable = `The label '${label.name}' is in the same group as '${rival.name}'. Only one label in a group can be applied to an issue.`;
      throw refusal('labelIds not exclusive child labels', presentable);
    }
    if (label.parent !== null) groups.set(label.parent, label);
  }
}
