import { setImmediate } from 'node:timers/promises';
import type { ReportGroup, ReportQuery, ReportSubRow, ReportSummary, ReportSums } from '@/lib/contracts/report';
import { listReportCells } from '@/lib/db/report-cells';
import { AppError } from '@/lib/errors/app-error';
import { makeBars } from './report-bars';
import { nameRows, type RowName } from './report-names';
import { Places } from './report-place';
import { cellRounding, planReport, type ReportPlan } from './report-plan';
import type { ReportReader } from './report-reader';
import { barUnit, cutSlices, isTimeGroup } from './report-slices';
import { ReportTally, type Tally } from './report-tally';

// Beyond that nobody reads it, and the answer would fill the memory.
const mostRows = 50_000;

/**
 * A report: finished time of the days, summed by one or two groups. Rounding and amounts are settled on entries, or on
 * units of a day, before anything is summed; so every grouping comes to the same total. Throws as `planReport` does,
 * and `validation_failed` when there would be too many rows.
 */
export async function summarizeReport(reader: ReportReader, query: ReportQuery, now: Date): Promise<ReportSummary> {
  const plan = planReport(reader, query, now);
  const { days, groupBy, rounding } = plan;
  const places = new Places(groupBy, barUnit(days), reader.weekStart);
  const tally = await addUp(plan, places, reader.weekStart);
  const { currency, currencyDigits } = reader.installation;
  return {
    ...days,
    groupBy,
    rounding,
    currency,
    currencyDigits,
    rows: await listRows(tally, groupBy, { cycles: places.cycles, seesMoney: reader.seesMoney }),
    total: sumsOf(tally.total, reader.seesMoney),
    bars: makeBars(tally, days, reader.weekStart),
  };
}

async function addUp(plan: ReportPlan, places: Places, weekStart: number): Promise<ReportTally> {
  const { days, filter } = plan;
  const rounding = cellRounding(plan.rounding);
  const tally = new ReportTally();
  for (const slice of cutSlices(days, places.units, weekStart)) {
    const cells = await listReportCells({ filter: { ...filter, ...slice }, keys: places.keys, rounding });
    for (const cell of cells) tally.add(cell, places.of(cell, slice.from));
    if (tally.size > mostRows) throw tooManyRows();
    // The database answers without ever letting anything else run: others have their turn here.
    await setImmediate();
  }
  return tally;
}

interface Presentation {
  cycles: ReadonlyMap<string, string>;
  seesMoney: boolean;
}

async function listRows(
  { rows }: ReportTally,
  [first = 'project', second]: readonly ReportGroup[],
  { cycles, seesMoney }: Presentation,
): Promise<ReportSummary['rows']> {
  const name = await nameRows(first, [...rows.keys()], cycles);
  const subKeys = new Set([...rows.values()].flatMap(({ groups }) => [...groups.keys()]));
  const subName = second === undefined ? null : await nameRows(second, [...subKeys], cycles);
  const shown = [...rows].map(([key, { tally, groups }]) => ({
    ...toRow(key, tally, name(key), seesMoney),
    groups:
      second === undefined || subName === null
        ? null
        : inOrder(
            second,
            [...groups].map(([subKey, sub]) => toRow(subKey, sub, subName(subKey), seesMoney)),
          ),
  }));
  return inOrder(first, shown);
}

function toRow(key: string, tally: Tally, name: RowName, seesMoney: boolean): ReportSubRow {
  return { key, ...name, ...sumsOf(tally, seesMoney) };
}

function sumsOf(tally: Tally, seesMoney: boolean): ReportSums {
  return { ...tally, amount: seesMoney ? tally.amount : null };
}

const byName = new Intl.Collator('en', { numeric: true });

/** Time as it goes by; all else the largest first. */
function inOrder<T extends ReportSubRow>(group: ReportGroup, rows: T[]): T[] {
  if (isTimeGroup(group)) return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return rows.sort((a, b) => b.seconds - a.seconds || byName.compare(a.label, b.label));
}

function tooManyRows(): AppError {
  const message = 'This report would have more than 50,000 rows.';
  return new AppError('validation_failed', message, {
    hint: 'Choose fewer days, a filter, or a coarser grouping.',
    errors: [{ path: 'groupBy', message }],
  });
}
