import { type GraphQLInputObjectType, getNullableType, isInputObjectType, isListType } from 'graphql';
import type { OrderBy } from './collection';
import { compileComparator, type Test } from './comparators';
import { isAfterActive, isCycleActive } from './cycle-time';
import { readDateInput } from './date-input';
import type { Cycle, Issue, IssueRelation, Project, ProjectMilestone, User } from './model';
import type { WorkspaceTables } from './workspace-tables';

export interface FilterContext {
  now: Date;
  viewer: User;
  tables: WorkspaceTables;
}

type Input = Record<string, unknown>;

const DATE_LENGTH = 10;

type Read = (row: never, context: FilterContext) => unknown;

const isFinal = (issue: Issue) => issue.completedAt !== null || issue.canceledAt !== null;

/** Dates without a time are compared with instants: they stand for the start of their day. */
function dayStart(value: string | null): string | null {
  return value?.length === DATE_LENGTH ? `${value}T00:00:00.000Z` : value;
}

/** What a filter asks for that is not a field of the row itself. */
const COMPUTED: Readonly<Record<string, Read>> = {
  isMe: (user: User, { viewer }) => user === viewer,
  isActive: (cycle: Cycle, { now }) => isCycleActive(cycle, now),
  isFuture: (cycle: Cycle, { now }) => cycle.startsAt > now.toISOString(),
  isPast: (cycle: Cycle, { now }) => cycle.endsAt <= now.toISOString(),
  isNext: (cycle: Cycle, { tables, now }) => isAfterActive(cycle, 1, tables.cycles.values(), now),
  isPrevious: (cycle: Cycle, { tables, now }) => isAfterActive(cycle, -1, tables.cycles.values(), now),
  accessibleTeams: (project: Project) => project.teams,
  startDate: (project: Project) => dayStart(project.startDate),
  targetDate: (row: Project | ProjectMilestone) => dayStart(row.targetDate),
  projectMilestones: (project: Project, { tables }) =>
    [...tables.milestones.values()].filter((each) => each.project === project),
  attachments: (issue: Issue, { tables }) => tables.attachmentsOfIssue.of(issue),
  comments: (issue: Issue, { tables }) => tables.commentsOfIssue.of(issue),
  children: (issue: Issue, { tables }) => tables.childrenOfIssue.of(issue),
  /** Measured: a blocker that is done blocks no more. */
  hasBlockedByRelations: (issue: Issue, { tables }) =>
    tables.inverseRelationsOfIssue.of(issue).some((each) => each.type === 'blocks' && !isFinal(each.issue)),
  hasBlockingRelations: (issue: Issue, { tables }) =>
    tables.relationsOfIssue.of(issue).some((each) => each.type === 'blocks' && !isFinal(issue)),
  hasDuplicateRelations: (issue: Issue, context) => hasRelation(issue, 'duplicate', context),
  hasRelatedRelations: (issue: Issue, context) => hasRelation(issue, 'related', context),
};

function hasRelation(issue: Issue, type: IssueRelation['type'], { tables }: FilterContext): boolean {
  const { relationsOfIssue, inverseRelationsOfIssue } = tables;
  return [...relationsOfIssue.of(issue), ...inverseRelationsOfIssue.of(issue)].some((each) => each.type === type);
}

function property(key: string, context: FilterContext): (row: unknown) => unknown {
  const read = COMPUTED[key];
  if (read !== undefined) return (row) => read(row as never, context);
  return (row) => (row as Record<string, unknown>)[key];
}

function inputTypeOf(type: GraphQLInputObjectType, key: string): GraphQLInputObjectType {
  const field = type.getFields()[key];
  const nullable = getNullableType(field?.type);
  const named = isListType(nullable) ? getNullableType(nullable.ofType) : nullable;
  if (!isInputObjectType(named)) throw new Error(`${type.name}.${key} is not an input object.`);
  return named;
}

function isAbsent(row: unknown): boolean {
  return row === null || row === undefined;
}

/** A to-one relation points to few rows from many: each is tested once. */
function remembered(test: Test): Test {
  const known = new Map<unknown, boolean>();
  return (row) => {
    const answer = known.get(row) ?? test(row);
    known.set(row, answer);
    return answer;
  };
}

function compileCollection(type: GraphQLInputObjectType, input: Input, context: FilterContext): Test {
  const tests: Test[] = [];
  const some: Input = {};
  for (const [key, wanted] of Object.entries(input)) {
    if (isAbsent(wanted)) continue;
    if (key === 'length') {
      const test = compileComparator('NumberComparator', wanted as Input, context);
      tests.push((rows) => test((rows as unknown[]).length));
    } else if (key === 'null') {
      tests.push((rows) => ((rows as unknown[]).length === 0) === wanted);
    } else if (key === 'some' || key === 'every') {
      const test = compileFilter(inputTypeOf(type, key), wanted as Input, context);
      tests.push((rows) => (rows as unknown[])[key](test));
    } else if (key === 'and' || key === 'or') {
      tests.push(
        combine(
          key,
          (wanted as Input[]).map((part) => compileCollection(type, part, context)),
        ),
      );
    } else {
      some[key] = wanted;
    }
  }
  if (Object.keys(some).length > 0) {
    const test = compileFields(type, some, context);
    tests.push((rows) => (rows as unknown[]).some(test));
  }
  return (rows) => tests.every((test) => test(rows));
}

function combine(key: 'and' | 'or', parts: Test[]): Test {
  if (key === 'and' || parts.length === 0) return (row) => parts.every((part) => part(row));
  return (row) => parts.some((part) => part(row));
}

function compileField(type: GraphQLInputObjectType, key: string, wanted: Input, context: FilterContext): Test {
  const read = property(key, context);
  const inner = inputTypeOf(type, key);
  if (inner.name.endsWith('Comparator')) {
    const test = compileComparator(inner.name, wanted, context);
    return (row) => test(read(row));
  }
  const isCollection = inner.name.endsWith('CollectionFilter');
  const test = isCollection
    ? compileCollection(inner, wanted, context)
    : remembered(compileFilter(inner, wanted, context));
  return (row) => test(read(row));
}

function compileFields(type: GraphQLInputObjectType, input: Input, context: FilterContext): Test {
  const tests: Test[] = [];
  for (const [key, wanted] of Object.entries(input)) {
    if (isAbsent(wanted) || key === 'null') continue;
    if (key === 'and' || key === 'or') {
      tests.push(
        combine(
          key,
          (wanted as Input[]).map((part) => compileFilter(type, part, context)),
        ),
      );
    } else {
      tests.push(compileField(type, key, wanted as Input, context));
    }
  }
  return (row) => tests.every((test) => test(row));
}

/** Compiles a filter by the schema's own input types, so that it knows exactly the fields that Linear knows. */
export function compileFilter(type: GraphQLInputObjectType, input: Input, context: FilterContext): Test {
  const fields = compileFields(type, input, context);
  const hasFields = Object.keys(input).some((key) => key !== 'null');
  const wantsNull = input.null;
  return (row) => {
    if (typeof wantsNull === 'boolean' && isAbsent(row) !== wantsNull) return false;
    if (isAbsent(row)) return wantsNull === true || !hasFields || hasOnlyLogic(input, fields);
    return fields(row);
  };
}

/** `{or: [{null: true}, {email: …}]}` is how "nobody or Ada" is asked: the parts must see the null. */
function hasOnlyLogic(input: Input, fields: Test): boolean {
  return Object.keys(input).every((key) => key === 'and' || key === 'or') && fields(null);
}

export interface Bounds {
  newest?: string;
  oldest?: string;
}

/** The part of the sorted index that can hold an answer, so that a change walk does not read the whole workspace. */
export function boundsOf(filter: Input | undefined, orderBy: OrderBy, now: Date): Bounds {
  const bounds: Bounds = {};
  const tighten = (input: Input): void => {
    const comparator = (input[orderBy] ?? {}) as Input;
    for (const [operator, wanted] of Object.entries(comparator)) {
      if (typeof wanted !== 'string') continue;
      const at = readDateInput(wanted, now)?.toISOString();
      if (at === undefined) continue;
      if (operator.startsWith('g') && (bounds.oldest === undefined || at > bounds.oldest)) bounds.oldest = at;
      if (operator.startsWith('l') && (bounds.newest === undefined || at < bounds.newest)) bounds.newest = at;
    }
    for (const part of (input.and ?? []) as Input[]) tighten(part);
  };
  if (filter !== undefined) tighten(filter);
  return bounds;
}
