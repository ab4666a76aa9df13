import { describe, expect, it } from 'vitest';
import { matchTeams, refuseUnknownTeams } from '@/lib/sync/match-teams';

const known = ['ENG', 'Mob', 'DES', 'OPS'];

describe('matchTeams', () => {
  it('matches without regard to case and spaces, each once, in the spelling of Linear', () => {
    expect(matchTeams([' eng ', 'MOB', 'mob', 'ENG', ''], known)).toEqual({ keys: ['ENG', 'Mob'], unknown: [] });
  });

  it('means all teams when nothing is typed', () => {
    expect(matchTeams([], known)).toEqual({ keys: [], unknown: [] });
    expect(matchTeams(['  '], known)).toEqual({ keys: [], unknown: [] });
  });

  it('names unknown keys as they were typed, with the nearest one where it is near', () => {
    expect(matchTeams(['EGN', 'MOBB', 'WHATEVER', 'DES'], known)).toEqual({
      keys: ['DES'],
      unknown: [
        { key: 'EGN', nearest: 'ENG' },
        { key: 'MOBB', nearest: 'Mob' },
        { key: 'WHATEVER', nearest: null },
      ],
    });
    expect(matchTeams(['ENG'], [])).toEqual({ keys: [], unknown: [{ key: 'ENG', nearest: null }] });
  });

  it('refuses unknown keys with an error that lists them', () => {
    expect(() => refuseUnknownTeams(matchTeams(['eng'], known))).not.toThrow();
    expect(() => refuseUnknownTeams(matchTeams(['EGN', 'XXXXXXXX'], known))).toThrow(
      expect.objectContaining({
        code: 'unknown_team_keys',
        message: expect.stringContaining('EGN (did you mean ENG?), XXXXXXXX'),
      }),
    );
  });
});
