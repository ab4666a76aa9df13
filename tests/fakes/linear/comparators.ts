import { readDateInput } from './date-input';
import { argumentValidationError } from './errors';

export type Test = (value: unknown) => boolean;

export interface CompareContext {
  now: Date;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function negated(test: (value: string, wanted: string) => boolean) {
  return (value: string, wanted: string) => !test(value, wanted);
}

const startsWith = (value: string, wanted: string) => value.startsWith(wanted);
const endsWith = (value: string, wanted: string) => value.endsWith(wanted);
const contains = (value: string, wanted: string) => value.includes(wanted);
const containsAnyCase = (value: string, wanted: string) => value.toLowerCase().includes(wanted.toLowerCase());
const equalsAnyCase = (value: string, wanted: string) => value.toLowerCase() === wanted.toLowerCase();

const STRING_TESTS: Record<string, (value: string, wanted: string) => boolean> = {
  eqIgnoreCase: equalsAnyCase,
  neqIgnoreCase: negated(equalsAnyCase),
  startsWith,
  startsWithIgnoreCase: (value, wanted) => value.toLowerCase().startsWith(wanted.toLowerCase()),
  notStartsWith: negated(startsWith),
  endsWith,
  notEndsWith: negated(endsWith),
  contains,
  containsIgnoreCase: containsAnyCase,
  containsIgnoreCaseAndAccent: (value, wanted) => unaccented(value).includes(unaccented(wanted)),
  notContains: negated(contains),
  notContainsIgnoreCase: negated(containsAnyCase),
};

type Scalar = string | number | boolean;

function orderTest(operator: string, wanted: Scalar): Test | undefined {
  switch (operator) {
    case 'eq':
      return (value) => value === wanted;
    case 'neq':
      return (value) => value !== wanted;
    case 'gt':
      return (value) => (value as Scalar) > wanted;
    case 'gte':
      return (value) => (value as Scalar) >= wanted;
    case 'lt':
      return (value) => (value as Scalar) < wanted;
    case 'lte':
      return (value) => (value as Scalar) <= wanted;
    default:
      return undefined;
  }
}

function checkUuid(value: unknown, property: string): void {
  if (typeof value === 'string' && UUID.test(value)) return;
  const problem = { property, constraints: { isUuid: `${property} must be a UUID` }, children: [] };
  throw argumentValidationError({ property: 'filter', children: [{ property: 'id', children: [problem] }] });
}

function normalizer(typeName: string, context: CompareContext): (value: unknown, operator: string) => Scalar {
  if (typeName === 'IDComparator' || typeName === 'IssueIDComparator') {
    return (value, operator) => {
      checkUuid(value, operator);
      return String(value).toLowerCase();
    };
  }
  if (typeName.includes('DateComparator')) {
    const length = typeName.includes('Timeless') ? 10 : 24;
    return (value) => {
      const date = readDateInput(String(value), context.now);
      if (date === undefined) throw new Error(`Unreadable date in a filter: ${String(value)}`);
      return date.toISOString().slice(0, length);
    };
  }
  return (value) => value as Scalar;
}

/** Null never passes a comparison, as in SQL: only `null: true` finds it. */
function onPresent(test: Test): Test {
  return (value) => value !== null && value !== undefined && test(value);
}

function operatorTest(operator: string, wanted: unknown, normal: (value: unknown, operator: string) => Scalar): Test {
  if (operator === 'null') return (value) => (value === null || value === undefined) === wanted;
  if (operator === 'in' || operator === 'nin') {
    const set = new Set((wanted as unknown[]).map((each) => normal(each, operator)));
    return onPresent((value) => set.has(value as Scalar) === (operator === 'in'));
  }
  const stringTest = STRING_TESTS[operator];
  if (stringTest !== undefined) return onPresent((value) => stringTest(String(value), String(wanted)));
  const test = orderTest(operator, normal(wanted, operator));
  if (test === undefined) throw new Error(`The simulator does not know the operator "${operator}".`);
  return onPresent(test);
}

/** Compiles `{gte: "-P1D"}` and its like once per request, so that a scan of all issues stays cheap. */
export function compileComparator(typeName: string, input: Record<string, unknown>, context: CompareContext): Test {
  const normal = normalizer(typeName, context);
  const tests: Test[] = [];
  for (const [operator, wanted] of Object.entries(input)) {
    if (wanted === undefined || (wanted === null && operator !== 'eq')) continue;
    if (operator === 'and' || operator === 'or') {
      const parts = (wanted as Record<string, unknown>[]).map((part) => compileComparator(typeName, part, context));
      if (operator === 'and') tests.push(...parts);
      else tests.push((value) => parts.some((part) => part(value)));
    } else {
      tests.push(operatorTest(operator, wanted, normal));
    }
  }
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (value) => tests.every((test) => test(value));
}
