import type { ReportEntryRow } from '@/lib/db/report-entries';
import { localTime } from '@/lib/time/local-day';
import { amountOf, type RoundingRule, roundSeconds } from '@/lib/time/rounding';
import type { ReportPlan } from './report-plan';
import type { ReportReader } from './report-reader';
import type { CellValue, Column, ColumnKind } from './report-table';

export interface EntryColumn extends Column {
  read(entry: ReportEntryRow): CellValue;
  /** Whether the total adds it up. */
  isSummed: boolean;
}

/** Everything that is known of an entry. */
export function sheetColumns(reader: ReportReader, plan: ReportPlan): EntryColumn[] {
  const rule = entryRule(plan);
  return [
    column('Date', 'day', 12, ({ on }) => on),
    column('Start', 'time', 8, start),
    column('End', 'time', 8, end),
    summed('Duration', 'clock', 10, seconds),
    summed('Hours', 'hours', 10, seconds),
    ...(rule === null
      ? []
      : [
          summed('Rounded duration', 'clock', 17, (entry) => roundSeconds(seconds(entry), rule)),
          summed('Rounded hours', 'hours', 15, (entry) => roundSeconds(seconds(entry), rule)),
        ]),
    column('Person', 'text', 20, ({ person }) => person),
    column('Project', 'text', 20, ({ project }) => project),
    column('Project at the time', 'text', 20, ({ madeInProject }) => madeInProject),
    column('Task ID', 'text', 12, ({ identifier }) => identifier),
    column('Task', 'text', 50, ({ task }) => task),
    column('Description', 'text', 50, ({ description }) => description),
    column('Tags', 'text', 20, ({ tags }) => (JSON.parse(tags) as string[]).join(', ')),
    column('Billable', 'text', 9, ({ billable }) => (billable ? 'Yes' : 'No')),
    ...moneyColumns(reader, rule, ['rate', 'amount']),
  ];
}

/** What A4 across has room for. */
export function pageColumns(reader: ReportReader, plan: ReportPlan): EntryColumn[] {
  const rule = entryRule(plan);
  return [
    column('Date', 'day', 11, ({ on }) => on),
    column('Start', 'time', 7, start),
    column('End', 'time', 7, end),
    summed('Duration', 'clock', 9, (entry) => (rule === null ? seconds(entry) : roundSeconds(seconds(entry), rule))),
    column('Person', 'text', 16, ({ person }) => person),
    column('Project', 'text', 16, ({ project }) => project),
    column('Task', 'text', 34, ({ identifier, task }) => [identifier, task].filter(Boolean).join(': ')),
    column('Description', 'text', 34, ({ description }) => description),
    ...moneyColumns(reader, rule, ['amount']),
  ];
}

/** Null when entries are not rounded one by one. */
function entryRule({ rounding }: ReportPlan): RoundingRule | null {
  return rounding.mode === 'none' || rounding.per === 'day' ? null : rounding;
}

function moneyColumns(
  { seesMoney, installation: { currency } }: ReportReader,
  rule: RoundingRule | null,
  wanted: ('rate' | 'amount')[],
): EntryColumn[] {
  if (!seesMoney) return [];
  const columns = {
    rate: column(`Rate (${currency} an hour)`, 'money', 18, ({ rate }) => rate),
    amount: summed(`Amount (${currency})`, 'money', 14, (entry) => {
      if (!entry.billable || entry.rate === null) return null;
      return amountOf(rule === null ? seconds(entry) : roundSeconds(seconds(entry), rule), entry.rate);
    }),
  };
  return wanted.map((name) => columns[name]);
}

function column(title: string, kind: ColumnKind, width: number, read: EntryColumn['read']): EntryColumn {
  return { title, kind, width, read, isSummed: false };
}

function summed(title: string, kind: ColumnKind, width: number, read: EntryColumn['read']): EntryColumn {
  return { title, kind, width, read, isSummed: true };
}

const seconds = ({ durationSeconds }: ReportEntryRow) => durationSeconds;
// Wall times where the person was.
const start = ({ startedAt, timeZone }: ReportEntryRow) => startedAt && localTime(startedAt, timeZone);
const end = ({ endedAt, timeZone }: ReportEntryRow) => endedAt && localTime(endedAt, timeZone);
