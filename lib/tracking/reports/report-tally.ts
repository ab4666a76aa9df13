import type { ReportSums } from '@/lib/contracts/report';
import type { Cell } from '@/lib/db/report-cells';
import type { Place } from './report-place';

/** Sums of cells; the amount is always there, whoever may see it. */
export type Tally = Omit<ReportSums, 'amount'> & { amount: number };

interface TallyRow {
  tally: Tally;
  /** By the key of the second group; empty without one. */
  groups: Map<string, Tally>;
}

/** A report as it is being added up, from piece to piece. */
export class ReportTally {
  readonly total = newTally();
  readonly rows = new Map<string, TallyRow>();
  /** Seconds by the first day of a bar, and by part. */
  readonly bars = new Map<string, Map<string | null, number>>();
  /** Rows of both groups. */
  size = 0;

  add(cell: Cell, { first, second, bar, part }: Place): void {
    addCell(this.total, cell);
    const row = this.rows.get(first) ?? this.startRow(first);
    addCell(row.tally, cell);
    if (second !== null) addCell(row.groups.get(second) ?? this.startGroup(row, second), cell);
    const parts = this.bars.get(bar) ?? new Map<string | null, number>();
    this.bars.set(bar, parts.set(part, (parts.get(part) ?? 0) + cell.seconds));
  }

  private startRow(key: string): TallyRow {
    const row: TallyRow = { tally: newTally(), groups: new Map() };
    this.rows.set(key, row);
    this.size += 1;
    return row;
  }

  private startGroup({ groups }: TallyRow, key: string): Tally {
    const tally = newTally();
    groups.set(key, tally);
    this.size += 1;
    return tally;
  }
}

function newTally(): Tally {
  return { seconds: 0, exactSeconds: 0, billableSeconds: 0, amount: 0, entries: 0 };
}

function addCell(tally: Tally, cell: Cell): void {
  tally.seconds += cell.seconds;
  tally.exactSeconds += cell.exactSeconds;
  tally.billableSeconds += cell.billableSeconds;
  tally.amount += cell.amount;
  tally.entries += cell.entries;
}
