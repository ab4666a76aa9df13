import type { Command } from 'commander';
import type { Api } from '@/cli/api';
import { badArguments } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { plain } from '@/cli/plain';
import { readDay } from '@/cli/read-day';
import type { Drafts } from '@/lib/contracts/draft';
import type { Me } from '@/lib/contracts/person';
import { localDay, startOfWeek } from '@/lib/time/local-day';

export interface Days {
  on?: string;
  from?: string;
  to?: string;
}

export const draftsPath = '/api/v1/timesheet/drafts';

export function addDays(command: Command): Command {
  return command
    .option('--on <day>', 'one day: today, yesterday or like 2026-11-20')
    .option('--from <day>', 'the first day (default: the first of this week)')
    .option('--to <day>', 'the last day (default: today)');
}

export async function askDrafts(api: Api, days: Days, now: Date): Promise<Drafts> {
  const { timeZone, weekStart } = await api.get<Me>('/api/v1/me');
  return api.get<Drafts>(draftsPath, { query: { ...readDays(days, localDay(now, timeZone), weekStart) } });
}

/** Of which workspaces something may be missing, and why. */
export function noteTroubles(context: Context, { troubles }: Drafts): void {
  for (const { connection, message } of troubles) context.note(`${plain(connection)}: ${plain(message)}`);
}

function readDays({ on, from, to }: Days, today: string, weekStart: number): { from: string; to: string } {
  if (on === undefined)
    return {
      from: from === undefined ? startOfWeek(today, weekStart) : readDay(from, today),
      to: readDay(to ?? 'today', today),
    };
  if (from !== undefined || to !== undefined) throw badArguments('Give one day, or the first and the last, not both.');
  const day = readDay(on, today);
  return { from: day, to: day };
}
