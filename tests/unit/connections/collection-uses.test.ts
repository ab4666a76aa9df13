import { expect, test } from 'vitest';
import { remedyOf, useOf } from '@/app/(signed-in)/connections/[id]/collections/collection-uses';

test('notifications are told to be those of the owner of the key, by address where there is no name', () => {
  expect(useOf('notifications', { keyOwner: { name: 'Ada Whitfield', email: 'ada@northwind.example' } })).toBe(
    'Those of Ada Whitfield, who owns the key. Only admins see them here.',
  );
  expect(useOf('notifications', { keyOwner: { name: '', email: 'ada@northwind.example' } })).toMatch(
    /^Those of ada@northwind\.example,/,
  );
});

test('says what to do about a refusal, and of anything else that it is tried again', () => {
  expect(remedyOf('linear_forbidden')).toMatch(/replace the key/);
  expect(remedyOf('linear_plan_limit')).toMatch(/leave it out/);
  expect(remedyOf('linear_server_error')).toBe('Each sync tries again.');
});
