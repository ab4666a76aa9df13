import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '@/lib/tracking/find-identifiers';

const identifiers = (search: string) => findIdentifiers(search).map(({ identifier }) => identifier);

describe('identifiers in a search', () => {
  it.each([
    ['eng-42', 'ENG-42'],
    ['ENG 42', 'ENG-42'],
    ['  eng  42 ', 'ENG-42'],
    ['https://linear.app/acme/issue/ENG-42/fix-login', 'ENG-42'],
    ['https://linear.app/acme/issue/ENG-42?x=1', 'ENG-42'],
    ['linear.app/acme/issue/eng-42#comment', 'ENG-42'],
    ['ada/eng-42-fix-login', 'ENG-42'],
    ['feature/web/eng-42', 'ENG-42'],
    ['p2p-7', 'P2P-7'],
    ['ENG-42: Fix login', 'ENG-42'],
  ])('are found in %s', (search, identifier) => {
    expect(identifiers(search)).toEqual([identifier]);
  });

  it.each(['fix login', '42', '-42', 'eng-', 'eng-42x', '2026-11-21', 'fix-the-42', 'eng 42 login', ''])(
    'are not seen in "%s"',
    (search) => {
      expect(identifiers(search)).toEqual([]);
    },
  );

  it('are all found, each with its word', () => {
    expect(findIdentifiers('eng-1 ada/mob-2-x')).toEqual([
      { word: 'eng-1', identifier: 'ENG-1' },
      { word: 'ada/mob-2-x', identifier: 'MOB-2' },
    ]);
  });
});
