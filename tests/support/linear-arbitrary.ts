import fc from 'fast-check';
import { z } from 'zod';
import { type LinearCollection, type LinearObjectOf, linearObjects } from '@/lib/contracts/linear-collection';

interface Described {
  type?: string | string[];
  format?: string;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
}

/** Any object that the contract of a collection allows: quotes, other scripts and nulls wherever they may be. */
export function anyObjectOf<C extends LinearCollection>(collection: C): fc.Arbitrary<LinearObjectOf<C>> {
  const described = z.toJSONSchema(linearObjects[collection]) as Described;
  return anyValue(described).map((value) => linearObjects[collection].parse(value) as LinearObjectOf<C>);
}

const anyInstant = fc
  .date({ min: new Date('2020-01-01T00:00:00.000Z'), max: new Date('2026-11-01T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));

function anyValue(schema: Described): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(anyValue));
  if (schema.properties)
    return fc.record(
      Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, anyField(key, each)])),
    );
  const types = [schema.type ?? []].flat();
  const choices = types.map((type) => anyOfType(type, schema));
  return fc.oneof(...choices);
}

function anyField(key: string, schema: Described): fc.Arbitrary<unknown> {
  return key === 'id' || key === 'taskId' ? fc.uuid() : anyValue(schema);
}

function anyOfType(type: string, schema: Described): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number')
    return fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer().map((n) => n / 8),
    );
  if (type === 'array') return fc.array(anyValue(schema.items ?? {}), { maxLength: 3 });
  if (type === 'object')
    return fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(anyText, fc.integer(), fc.boolean()), { maxKeys: 3 });
  return schema.format === 'date-time' ? anyInstant : anyText;
}
