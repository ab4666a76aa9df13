import { formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';
import type { CellValue, Column, Money } from './report-table';
import { dayWords, timeWords } from './report-words';

const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const hours = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value in words, as on the screen. */
export function pageWords(value: CellValue, { kind, unit }: Column, money: Money): string {
  if (value === null) return '';
  if (typeof value === 'string') return dateWords(value, kind, unit) ?? oneLine(value);
  if (kind === 'clock') return formatDuration(value);
  if (kind === 'hours') return hours.format(value / 3600);
  return kind === 'money'
    ? formatMoney(value, { currency: money.currency, currencyDigits: money.digits })
    : counts.format(value);
}

/** The longest beginning that is no wider than the column. `widthOf` is asked for one letter at a time. */
export function shorten(text: string, width: number, widthOf: (letter: string) => number): string {
  const end = widthOf('…');
  let used = 0;
  let kept = '';
  let keptWithEnd = '';
  for (const letter of text) {
    used += widthOf(letter);
    if (used > width) return `${keptWithEnd.trimEnd()}…`;
    kept += letter;
    if (used + end <= width) keptWithEnd = kept;
  }
  return text;
}

function dateWords(value: string, kind: Column['kind'], unit: Column['unit']): string | null {
  if (!/^\d{4}-\d\d/.test(value)) return null;
  if (unit !== undefined) return timeWords(unit, value);
  return kind === 'day' ? dayWords(value) : null;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
