import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFresh, isSigned, readEnvelope } from '@/lib/linear/webhook';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const at = Date.parse('2026-03-01T09:00:00.000Z');
const sign = (body: Buffer, secret: string) => createHmac('sha256', secret).update(body).digest('hex');
const payload = (changes: object = {}) =>
  Buffer.from(
    JSON.stringify({
      type: 'Issue',
      action: 'update',
      organizationId: 'northwind',
      webhookTimestamp: at,
      data: { id },
      ...changes,
    }),
  );

describe('isSigned', () => {
  it('takes the HMAC of the raw bytes under any of the secrets, in either case', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.nat(),
        (bytes, all, n) => {
          const body = Buffer.from(bytes);
          const signature = sign(body, all[n % all.length] ?? '');
          return isSigned(body, signature, all) && isSigned(body, signature.toUpperCase(), all);
        },
      ),
    );
  });

  it('refuses whatever else', () => {
    const body = payload();
    const signature = sign(body, 'secret');
    expect(isSigned(body, sign(body, 'other'), ['secret'])).toBe(false);
    expect(isSigned(Buffer.concat([body, Buffer.from(' ')]), signature, ['secret'])).toBe(false);
    for (const wrong of [null, '', signature.slice(1), `${signature}0`, `sha256=${signature}`, 'z'.repeat(64)])
      expect(isSigned(body, wrong, ['secret'])).toBe(false);
    expect(isSigned(body, signature, [])).toBe(false);
  });
});

describe('readEnvelope', () => {
  it('reads which object is meant', () => {
    expect(readEnvelope(payload())).toEqual({
      type: 'Issue',
      action: 'update',
      hint: { kind: 'issues', externalId: id },
      externalId: id,
      organizationId: 'northwind',
      sentAt: new Date(at),
    });
    expect(readEnvelope(payload({ type: 'IssueLabel' }))?.hint?.kind).toBe('labels');
  });

  it('names nothing for types that are not known, the names of every object among them, and for ids that are no UUID', () => {
    for (const type of ['Reaction', 'IssueSLA', 'constructor', '__proto__'])
      expect(readEnvelope(payload({ type }))).toMatchObject({ type, hint: null });
    for (const data of [undefined, null, {}, { id: 7 }, { id: 'ENG-1' }, { id: `${id}"` }])
      expect(readEnvelope(payload({ data }))).toMatchObject({ hint: null, externalId: null });
  });

  it('takes no bytes that are not a delivery', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readEnvelope(Buffer.from(bytes)) === null));
    fc.assert(fc.property(fc.json(), (json) => readEnvelope(Buffer.from(json)) === null));
    for (const missing of ['type', 'action', 'organizationId', 'webhookTimestamp'])
      expect(readEnvelope(payload({ [missing]: undefined }))).toBeNull();
    expect(readEnvelope(payload({ webhookTimestamp: 1e20 }))).toBeNull();
  });
});

it('holds a stamp that is more than a minute off for a replay', () => {
  const envelope = readEnvelope(payload());
  if (!envelope) throw new Error('It is a delivery');
  for (const [offMs, isOk] of [
    [0, true],
    [60_000, true],
    [-60_000, true],
    [60_001, false],
    [-60_001, false],
  ] as const)
    expect(isFresh(envelope, new Date(at + offMs))).toBe(isOk);
});
