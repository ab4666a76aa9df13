import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, GraphQLScalarType, type GraphQLSchema, isInterfaceType, Kind } from 'graphql';
import { isDateInput, readDateInput } from './date-input';
import { writeResolvers } from './mutation-resolvers';
import { notificationTypeOf } from './notification-resolvers';
import { resolvers } from './resolvers';

const READ_FILES = [
  'root',
  'issue-types',
  'history-types',
  'workspace-types',
  'project-types',
  'content-types',
  'notification-types',
  'comparators',
  'filters',
  'content-filters',
] as const;
const WRITE_FILES = ['mutations', 'mutation-inputs', 'webhook-types'] as const;
const FILES = [...READ_FILES, ...WRITE_FILES];

function readSlice(): string {
  return FILES.map((name) => readFileSync(new URL(`./schema/${name}.graphql`, import.meta.url), 'utf8')).join('\n');
}

function readDateText(value: unknown): string {
  if (typeof value === 'string' && isDateInput(value)) return value;
  throw new GraphQLError(`Value is not a valid DateTimeOrDuration: ${JSON.stringify(value)}`);
}

function tellNotificationsApart(schema: GraphQLSchema): void {
  const type = schema.getType('Notification');
  if (!isInterfaceType(type)) throw new Error('The slice lacks the interface Notification.');
  type.resolveType = notificationTypeOf;
}

function checkDateInputs(schema: GraphQLSchema): void {
  for (const name of ['DateTimeOrDuration', 'TimelessDateOrDuration']) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) throw new Error(`The slice lacks the scalar ${name}.`);
    type.parseValue = readDateText;
    type.parseLiteral = (node) => readDateText(node.kind === Kind.STRING ? node.value : null);
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' && value.includes('T') ? readDateInput(value, new Date(0)) : undefined;
  if (instant !== undefined) return instant.toISOString();
  throw new GraphQLError(`Value is not a valid DateTime: ${JSON.stringify(value)}`);
}

function readDay(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError(`Value is not a valid TimelessDate: ${JSON.stringify(value)}`);
}

function checkWrittenDates(schema: GraphQLSchema): void {
  const readers: Record<string, (value: unknown) => string> = { DateTime: readInstant, TimelessDate: readDay };
  for (const [name, read] of Object.entries(readers)) {
    const type = schema.getType(name) as GraphQLScalarType;
    type.parseValue = read;
    type.parseLiteral = (node) => read(node.kind === Kind.STRING ? node.value : null);
  }
}

function attach(schema: GraphQLSchema, map: Record<string, Record<string, unknown>>): void {
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
  tellNotificationsApart(schema);
  checkDateInputs(schema);
  checkWrittenDates(schema);
  attach(schema, resolvers);
  attach(schema, writeResolvers);
  return schema;
}
