import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, GraphQLScalarType, type GraphQLSchema, Kind } from 'graphql';
import { isDateInput } from './date-input';
import { resolvers } from './resolvers';

const FILES = ['root', 'issue-types', 'workspace-types', 'project-types', 'comparators', 'filters'] as const;

function readSlice(): string {
  return FILES.map((name) => readFileSync(new URL(`./schema/${name}.graphql`, import.meta.url), 'utf8')).join('\n');
}

function readDateText(value: unknown): string {
  if (typeof value === 'string' && isDateInput(value)) return value;
  throw new GraphQLError(`Value is not a valid DateTimeOrDuration: ${JSON.stringify(value)}`);
}

function checkDateInputs(schema: GraphQLSchema): void {
  for (const name of ['DateTimeOrDuration', 'TimelessDateOrDuration']) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) throw new Error(`The slice lacks the scalar ${name}.`);
    type.parseValue = readDateText;
    type.parseLiteral = (node) => readDateText(node.kind === Kind.STRING ? node.value : null);
  }
}

function attach(schema: GraphQLSchema, map: typeof resolvers): void {
  for (const [typeName, fields] of Object.entries(map)) {
    const type = schema.getType(typeName);
    if (type === undefined || !('getFields' in type)) throw new Error(`The slice lacks the type ${typeName}.`);
    const known = type.getFields();
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const field = known[fieldName];
      if (field === undefined) throw new Error(`The slice lacks the field ${typeName}.${fieldName}.`);
      Object.assign(field, { resolve });
    }
  }
}

/** The slice of Linear's public schema that an importer asks for: exact names and nullability, nothing invented. */
export function buildLinearSchema(): GraphQLSchema {
  const schema = buildSchema(readSlice());
  checkDateInputs(schema);
  attach(schema, resolvers);
  return schema;
}
