import { closest, distance } from 'fastest-levenshtein';
import { AppError } from '@/lib/errors/app-error';

export interface MatchedTeams {
  /** In Linear's own spelling, each once. */
  keys: string[];
  unknown: { key: string; nearest: string | null }[];
}

/** Finds typed team keys among those that Linear has, without regard to case and spaces. */
export function matchTeams(typed: string[], known: string[]): MatchedTeams {
  const byFolded = new Map(known.map((key) => [key.toLowerCase(), key]));
  const wanted = typed.map((key) => key.trim()).filter((key) => key !== '');
  const keys = new Set<string>();
  const unknown = new Map<string, string | null>();
  for (const key of wanted) {
    const found = byFolded.get(key.toLowerCase());
    if (found !== undefined) keys.add(found);
    else unknown.set(key, nearest(key, known));
  }
  return { keys: [...keys], unknown: [...unknown].map(([key, near]) => ({ key, nearest: near })) };
}

function nearest(key: string, known: string[]): string | null {
  if (known.length === 0) return null;
  const best = closest(key.toUpperCase(), known);
  return distance(key.toUpperCase(), best.toUpperCase()) <= Math.max(2, Math.floor(key.length / 2)) ? best : null;
}

export function refuseUnknownTeams({ unknown }: MatchedTeams): void {
  if (unknown.length === 0) return;
  const list = unknown.map(({ key, nearest: near }) => (near ? `${key} (did you mean ${near}?)` : key)).join(', ');
  throw new AppError('unknown_team_keys', `Linear shows this key no team ${list}.`, {
    hint: 'Choose teams from the list, or give the key access to them in Linear.',
    errors: unknown.map(({ key, nearest: near }) => ({
      path: 'teamKeys',
      message: near ? `${key}: did you mean ${near}?` : `${key}: no such team`,
    })),
  });
}
