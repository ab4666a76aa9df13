import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const PROPERTY = 0.1;
const OBJECT = 1;
const DEFAULT_PAGE = 50;
const FLOAT_NOISE = 1e-6;

/** Measured: these two cost 1 plus their selections, whatever `first` says. */
export const UNMULTIPLIED_CONNECTIONS: readonly string[] = ['Query.issues', 'Issue.labels'];

interface Scoring {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  schema: GraphQLSchema;
  unmultiplied: ReadonlySet<string>;
}

function pageSize(field: FieldNode, scoring: Scoring): number {
  for (const name of ['first', 'last']) {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
    const size = value?.kind === Kind.VARIABLE ? scoring.variables[value.name.value] : undefined;
    if (typeof size === 'number') return size;
    if (value?.kind === Kind.INT) return Number(value.value);
  }
  return DEFAULT_PAGE;
}

function scoreField(field: FieldNode, parent: GraphQLNamedType, scoring: Scoring): number {
  const name = field.name.value;
  if (name.startsWith('__')) return field.selectionSet === undefined ? PROPERTY : 0;
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (definition === undefined || field.selectionSet === undefined) return PROPERTY;
  const type = getNamedType(definition.type);
  const inner = scoreSelections(field.selectionSet, type, scoring);
  if (!type.name.endsWith('Connection')) return OBJECT + inner;
  if (scoring.unmultiplied.has(`${parent.name}.${name}`)) return OBJECT + inner;
  return pageSize(field, scoring) * inner;
}

/** A fragment on a concrete type of an interface has fields that the interface has not. */
function typeOn(condition: NamedTypeNode | undefined, parent: GraphQLNamedType, scoring: Scoring): GraphQLNamedType {
  return (condition && scoring.schema.getType(condition.name.value)) ?? parent;
}

function scoreSelections(selections: SelectionSetNode, parent: GraphQLNamedType, scoring: Scoring): number {
  let score = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      score += scoreField(selection, parent, scoring);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      score += scoreSelections(selection.selectionSet, typeOn(selection.typeCondition, parent, scoring), scoring);
    } else {
      const fragment = scoring.fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      score += scoreSelections(fragment.selectionSet, typeOn(fragment.typeCondition, parent, scoring), scoring);
    }
  }
  return score;
}

function withDefaults(operation: OperationDefinitionNode, variables: Record<string, unknown>): Record<string, unknown> {
  const complete = { ...variables };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (complete[name] === undefined && defaultValue?.kind === Kind.INT) complete[name] = Number(defaultValue.value);
  }
  return complete;
}

/** Linear's score of a valid query, unrounded: judged by the arguments asked for and never by the data found. */
export function scoreQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  unmultiplied: ReadonlySet<string>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let score = 0;
  for (const definition of document.definitions) {
    const root = definition.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(definition.operation) : undefined;
    if (definition.kind !== Kind.OPERATION_DEFINITION || root === undefined || root === null) continue;
    const scoring = { fragments, variables: withDefaults(definition, variables), schema, unmultiplied };
    score += scoreSelections(definition.selectionSet, root, scoring);
  }
  return score;
}

/** The `X-Complexity` header: rounded up, but not because 250 x 1.2 is a hair above 300 in floating point. */
export function roundedScore(score: number): number {
  return Math.ceil(score - FLOAT_NOISE);
}
