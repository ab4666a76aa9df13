import type { CellValue, Column, Money } from './report-table';
import { clock, dayWords, timeWords } from './report-words';

const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const hours = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value in words, as on the screen. */
export function pageWords(value: CellValue, { kind, unit }: Column, money: Money): string {
  if (value === null) return '';
  if (typeof value === 'string') return dateWords(value, kind, unit) ?? oneLine(value);
  if (kind === 'clock') return clock(value);
  if (kind === 'hours') return hours.format(value / 3600);
  return kind === 'money' ? moneyWords(value, money) : counts.format(value);
}

/** A name of 2,000 letters is not looked at to its end: no column is so wide. */
const longest = 200;

/** The longest beginning that is no wider than the column; `widthOf` is slow, and names come again and again. */
export function shorten(text: string, width: number, widthOf: (text: string) => number): string {
  let kept = text.slice(0, longest);
  if (kept === text && widthOf(kept) <= width) return kept;
  while (kept.length > 1 && widthOf(`${kept}…`) > width) {
    const share = width / widthOf(`${kept}…`);
    kept = kept.slice(0, Math.max(1, Math.min(kept.length - 1, Math.floor(kept.length * share))));
  }
  // Never half of a letter that is written in two.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

function dateWords(value: string, kind: Column['kind'], unit: Column['unit']): string | null {
  if (!/^\d{4}-\d\d/.test(value)) return null;
  if (unit !== undefined) return timeWords(unit, value);
  return kind === 'day' ? dayWords(value) : null;
}

function moneyWords(minorUnits: number, { currency, digits }: Money): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minorUnits / 10 ** digits);
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
