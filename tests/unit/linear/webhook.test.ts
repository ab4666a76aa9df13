import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSigner, isFresh, readEnvelope, readSignature, readWebhookId } from '@/lib/linear/webhook';

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

describe('a signature', () => {
  const signer = async (body: Buffer, header: string | null, secrets: string[]) => {
    const signature = readSignature(header);
    return signature === null ? null : findSigner(body, signature, secrets);
  };

  it('is the HMAC of the raw bytes under one of the secrets, in either case, and tells which', async () => {
    const several = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), several, fc.nat(), async (bytes, all, n) => {
        const body = Buffer.from(bytes);
        const signature = sign(body, all[n % all.length] ?? '');
        const found = [await signer(body, signature, all), await signer(body, signature.toUpperCase(), all)];
        return found.every((index) => index === n % all.length);
      }),
    );
  });

  it('is over all of a large body, which is worked on in slices', async () => {
    const body = Buffer.alloc(1_000_000, 'x');
    const signature = sign(body, 'secret');
    expect(await signer(body, signature, ['other', 'secret'])).toBe(1);
    body.writeUInt8(0, 999_999);
    expect(await signer(body, signature, ['other', 'secret'])).toBe(-1);
  });

  it('is nothing else', async () => {
    const body = payload();
    const signature = sign(body, 'secret');
    expect(await signer(body, sign(body, 'other'), ['secret'])).toBe(-1);
    expect(await signer(Buffer.concat([body, Buffer.from(' ')]), signature, ['secret'])).toBe(-1);
    expect(await signer(body, signature, [])).toBe(-1);
    for (const wrong of [null, '', signature.slice(1), `${signature}0`, `sha256=${signature}`, 'z'.repeat(64)])
      expect(readSignature(wrong)).toBeNull();
  });
});

describe('readWebhookId', () => {
  it('reads the last one without parsing, and none out of a text', () => {
    const other = '11111111-2222-4333-8444-555555555555';
    const text = `He said "webhookId":"${other}"`;
    expect(readWebhookId(payload({ webhookId: id.toUpperCase() }))).toBe(id);
    expect(readWebhookId(payload({ data: { webhookId: other, text }, webhookId: id }))).toBe(id);
    expect(readWebhookId(payload({ data: { text } }))).toBeNull();
    expect(readWebhookId(payload({ webhookId: 'x' }))).toBeNull();
    expect(readWebhookId(Buffer.from(`{ "webhookId" : "${id}" }`))).toBe(id);
    expect(readWebhookId(Buffer.from('"webhookId"'))).toBeNull();
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
