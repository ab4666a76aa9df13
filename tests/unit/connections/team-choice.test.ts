import { expect, test } from 'vitest';
import { teamChoice } from '@/app/(signed-in)/connections/connection-fields';
import {
  allTeams,
  chooseByTyping,
  chooseKeys,
  correctKey,
  isChosen,
  nearestTeam,
  renewChoice,
  toggleTeam,
} from '@/app/(signed-in)/connections/team-choice';

const teams = [
  { key: 'ENG', name: 'Engineering' },
  { key: 'MOB', name: 'Mobile' },
  { key: 'DES', name: 'Design' },
];

test('finds typed keys in any case and with any separator, each once', () => {
  expect(chooseByTyping(' eng,mob;ENG  ', teams)).toMatchObject({ all: false, keys: ['ENG', 'MOB'], unknown: [] });
});

test('takes an empty field as all teams, and an unknown key as a mistake', () => {
  expect(chooseByTyping('  ', teams).all).toBe(true);
  const choice = chooseByTyping('ENG, MBO', teams);
  expect(choice).toMatchObject({ keys: ['ENG'], unknown: ['MBO'], typed: 'ENG, MBO' });
  expect(teamChoice.safeParse(choice).success).toBe(false);
});

test('puts the right key where the wrong one was', () => {
  expect(correctKey(chooseByTyping('MBO, ENG', teams), teams, 'MBO', 'MOB')).toMatchObject({
    keys: ['MOB', 'ENG'],
    typed: 'MOB, ENG',
    unknown: [],
  });
});

test('names the team that was probably meant, by its key or its name', () => {
  expect(nearestTeam('MBO', teams)?.key).toBe('MOB');
  expect(nearestTeam('engg', teams)?.key).toBe('ENG');
  expect(nearestTeam('design', teams)?.key).toBe('DES');
  expect(nearestTeam('zzzz', teams)).toBe(null);
  expect(nearestTeam('x', [])).toBe(null);
});

test('unticking one of all teams chooses the others by name', () => {
  const choice = toggleTeam(allTeams, teams, 'MOB');
  expect(choice).toEqual({ all: false, keys: ['ENG', 'DES'], typed: 'ENG, DES', unknown: [] });
  expect(isChosen(choice, 'MOB')).toBe(false);
  expect(toggleTeam(choice, teams, 'MOB').keys).toEqual(['ENG', 'MOB', 'DES']);
});

test('refuses a choice of no team at all', () => {
  expect(teamChoice.safeParse(chooseKeys([])).success).toBe(false);
  expect(teamChoice.safeParse(allTeams).success).toBe(true);
});

test('keeps what was typed when the workspace is asked again', () => {
  const before = chooseByTyping('ENG, OPS', teams);
  expect(renewChoice(before, [...teams, { key: 'OPS', name: 'Operations' }])).toMatchObject({
    keys: ['ENG', 'OPS'],
    unknown: [],
  });
  expect(renewChoice(allTeams, [])).toBe(allTeams);
});
