import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import type { Column, Row } from '@/cli/table';
import { formatDay } from '@/cli/words';
import type { Drafts } from '@/lib/contracts/draft';
import { formatDuration } from '@/lib/time/format-duration';
import { localTime } from '@/lib/time/local-day';
import { addAccept } from './drafts-accept';
import { addDays, askDrafts, type Days, noteTroubles } from './drafts-days';

export function addDrafts(parent: Command, context: Context): void {
  const group = parent
    .command('drafts')
    .description("Fill untracked working hours from Linear's history: what you had in progress");
  addDays(group.command('list').description('List the drafts, each with its reason; nothing is saved')).action(
    (options: Days) => list(context, options),
  );
  addAccept(group, context);
}

async function list(context: Context, options: Days): Promise<void> {
  const drafts = await askDrafts(await context.api(), options, context.io.now());
  context.show(drafts, () => draw(context, drafts));
  noteTroubles(context, drafts);
}

function draw(context: Context, { items, timeZone, linearUser, connectionCount, isPartial }: Drafts): string {
  if (items.length === 0) return emptyReason(linearUser === null, connectionCount);
  const columns: Column[] = [
    { title: 'Day' },
    { title: 'From' },
    { title: 'To' },
    { title: 'Time', align: 'right' },
    { title: 'Issue', gives: true },
  ];
  const rows = items.flatMap((draft): Row[] => {
    const [from, to] = [draft.startedAt, draft.endedAt].map((at) => localTime(new Date(at), timeZone));
    const time = formatDuration(draft.durationSeconds);
    const cells = [formatDay(draft.on), from ?? '', to ?? '', time, draft.task.name];
    return [
      { cells },
      ...draft.reasons.map(({ text }): Row => ({ cells: ['', '', '', '', `  ${text}`], style: 'dim' })),
    ];
  });
  const more = isPartial ? ['', 'More happened in these days than is read at once: something may be missing.'] : [];
  return [context.table(columns, rows), ...more].join('\n');
}

function emptyReason(isUnknownThere: boolean, connectionCount: number): string {
  if (connectionCount === 0) return 'No drafts: there is no connection to Linear.';
  return isUnknownThere ? 'No drafts: nobody at Linear has your e-mail address.' : 'No drafts.';
}
