import { minutes } from '@/lib/kit/sleep';
import type { TeamOptions } from '@/lib/linear/team-options';

interface Kept {
  options: TeamOptions;
  until: number;
}

// Next bundles each route apart; what one looked up the others should know.
const shared = globalThis as typeof globalThis & { tracklineTeamOptions?: Map<string, Kept> };
shared.tracklineTeamOptions ??= new Map();
const kept = shared.tracklineTeamOptions;

const keptMs = minutes(5);
const mostTeams = 200;

function keyOf(connectionId: string, teamId: string): string {
  return `${connectionId}/${teamId}`;
}

/** As they were looked up last, some minutes ago at most. */
export function keptOptions(connectionId: string, teamId: string, now = Date.now()): TeamOptions | null {
  const found = kept.get(keyOf(connectionId, teamId));
  return found && found.until > now ? found.options : null;
}

export function keepOptions(connectionId: string, options: TeamOptions, now = Date.now()): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostTeams && oldest !== undefined) kept.delete(oldest);
  kept.set(keyOf(connectionId, options.team.id), { options, until: now + keptMs });
}

export function forgetOptions(connectionId: string, teamId: string): void {
  kept.delete(keyOf(connectionId, teamId));
}
