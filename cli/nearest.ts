import { distance } from 'fastest-levenshtein';

const offered = 3;

/** The names nearest to what was typed, the nearest first; case does not count. All of them where there are few. */
export function nearest(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, far: farFrom(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, offered)
    .map(({ name }) => name);
}

/** Who types half of a name means it: "prog" is nearer to "In Progress" than to "Bug". */
function farFrom(wanted: string, name: string): number {
  return name.includes(wanted) && wanted !== '' ? 0 : distance(wanted, name) / Math.max(wanted.length, name.length, 1);
}
