import { expect, test } from 'vitest';
import { asShareInput, shareFields } from '@/app/(signed-in)/reports/share-fields';
import { reportShareInput } from '@/lib/contracts/report';

const fields = { name: 'Client', showsMoney: false, expiry: 'never', lastDay: '' } as const;
const now = { now: Date.parse('2026-11-21T10:00:00Z'), timeZone: 'America/New_York' };

test('a link is open to the last second of its last day, where its maker is', () => {
  const input = asShareInput({ ...fields, expiry: 'date', lastDay: '2026-12-24' }, {}, now);
  expect(input.expiresAt).toBe('2026-12-25T04:59:59.000Z');
  expect(reportShareInput.safeParse(input).success).toBe(true);
});

test('a link expires after so many days, or never', () => {
  expect(asShareInput({ ...fields, expiry: '7' }, {}, now).expiresAt).toBe('2026-11-28T10:00:00.000Z');
  expect(asShareInput(fields, {}, now)).toEqual({ name: 'Client', query: {}, showsMoney: false });
});

test('a link needs a name, and a last day where it has one', () => {
  const paths = (value: unknown) => shareFields.safeParse(value).error?.issues.map(({ path }) => path[0]);
  expect(paths({ ...fields, name: ' ' })).toEqual(['name']);
  expect(paths({ ...fields, expiry: 'date', lastDay: '2026-02-31' })).toEqual(['lastDay']);
  expect(paths({ ...fields, lastDay: 'nonsense' })).toBeUndefined();
});
