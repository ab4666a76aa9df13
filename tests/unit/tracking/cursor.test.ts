import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '@/lib/tracking/cursor';

describe('a cursor', () => {
  it('brings back the values it was made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.date({ noInvalidDate: true }),
        (text, number, instant) => {
          const cursor = encodeCursor('title asc', [text, number, instant]);
          expect(cursor).toMatch(/^[\w-]*$/);
          expect(decodeCursor(cursor, 'title asc', ['text', 'number', 'instant'])).toEqual([text, number, instant]);
        },
      ),
    );
  });

  it('can stand before the first row', () => {
    expect(decodeCursor(encodeCursor('x', null), 'x', ['text'])).toBeNull();
  });

  it('says which order it belongs to when it is used for another', () => {
    expect(() => decodeCursor(encodeCursor('title asc', ['a']), 'updated desc', ['text'])).toThrow(
      /order "title asc", not to "updated desc"/,
    );
  });

  it('is refused, never trusted, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (cursor) => {
          expect(() => decodeCursor(cursor, 'updated desc', ['instant', 'text'])).toThrow(/cursor/);
        },
      ),
    );
  });

  it('is refused when a value is of another kind', () => {
    const damaged = /damaged/;
    expect(() => decodeCursor(encodeCursor('x', ['1']), 'x', ['number'])).toThrow(damaged);
    expect(() => decodeCursor(encodeCursor('x', [1]), 'x', ['text'])).toThrow(damaged);
    expect(() => decodeCursor(encodeCursor('x', ['yesterday']), 'x', ['instant'])).toThrow(damaged);
    expect(() => decodeCursor(encodeCursor('x', ['a', 'b']), 'x', ['text'])).toThrow(damaged);
  });
});
