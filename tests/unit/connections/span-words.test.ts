import { expect, test } from 'vitest';
import { formatEstimate, formatSpan } from '@/app/(signed-in)/connections/span-words';

test('says how long a run took', () => {
  expect([200, 42_000, 125_000, 3_720_000].map(formatSpan)).toEqual(['under 1 s', '42 s', '2 min 05 s', '1 h 02 min']);
});

test('says how long one may take no more exactly than it is known', () => {
  expect([0, 7, 33, 55, 190, 3_600, 4_200, 7_100].map(formatEstimate)).toEqual([
    'a few seconds',
    'a few seconds',
    'about 40 s',
    'about 1 min',
    'about 3 min',
    'about 1 h',
    'about 1 h 10 min',
    'about 2 h',
  ]);
});
