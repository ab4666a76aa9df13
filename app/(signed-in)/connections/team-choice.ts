import { distance } from 'fastest-levenshtein';

/** Which teams to import. `typed` is the text of the key field as the person left it. */
export type TeamChoice = { all: boolean; keys: string[]; typed: string; unknown: string[] };

export type Team = { key: string; name: string };

export const allTeams: TeamChoice = { all: true, keys: [], typed: '', unknown: [] };

export function chooseKeys(keys: readonly string[]): TeamChoice {
  return { all: false, keys: [...keys], typed: keys.join(', '), unknown: [] };
}

export function isChosen(choice: TeamChoice, key: string): boolean {
  return choice.all || choice.keys.includes(key);
}

/** Ticking keeps the workspace's own order, so that the typed text does not jump about. */
export function toggleTeam(choice: TeamChoice, teams: readonly Team[], key: string): TeamChoice {
  const wasChosen = isChosen(choice, key);
  return chooseKeys(
    teams.map((team) => team.key).filter((each) => (each === key ? !wasChosen : isChosen(choice, each))),
  );
}

/** An empty field means all teams, as it does in the API. */
export function chooseByTyping(typed: string, teams: readonly Team[]): TeamChoice {
  const words = splitKeys(typed);
  if (words.length === 0) return { ...allTeams, typed };
  const found = words.map((word) => ({ word, team: findTeam(word, teams) }));
  return {
    all: false,
    keys: [...new Set(found.flatMap(({ team }) => (team ? [team.key] : [])))],
    typed,
    unknown: found.flatMap(({ word, team }) => (team ? [] : [word])),
  };
}

/** Puts the right key where the wrong one was typed. */
export function correctKey(choice: TeamChoice, teams: readonly Team[], wrong: string, right: string): TeamChoice {
  const words = splitKeys(choice.typed).map((word) => (word === wrong ? right : word));
  return chooseByTyping([...new Set(words)].join(', '), teams);
}

/** The choice again after the workspace was asked again: a team may be gone, an unknown one may be there. */
export function renewChoice(choice: TeamChoice, teams: readonly Team[]): TeamChoice {
  return choice.all ? choice : chooseByTyping(choice.typed, teams);
}

/** The team that was probably meant; null when nothing is near. */
export function nearestTeam(typed: string, teams: readonly Team[]): Team | null {
  const word = typed.toLowerCase();
  const ranked = teams.map((team) => ({ team, far: howFar(word, team) })).sort((one, other) => one.far - other.far);
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.ceil(word.length / 2)) ? best.team : null;
}

function howFar(word: string, { key, name }: Team): number {
  const plainName = name.toLowerCase();
  if (word.length >= 3 && plainName.startsWith(word)) return 0;
  return Math.min(distance(word, key.toLowerCase()), distance(word, plainName));
}

function findTeam(word: string, teams: readonly Team[]): Team | undefined {
  return teams.find((team) => team.key.toLowerCase() === word.toLowerCase());
}

function splitKeys(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((word) => word !== '');
}
