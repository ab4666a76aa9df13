import type { Currency } from '@/lib/kit/format-money';

/**
 * What a person types for an amount, in minor units: "85", "85.50", "85,5", "1,250.50", "1.250,50", "€ 1 250". Null for
 * what is no amount, has more digits than the currency, or could be read in two ways ("1.250" of EUR): no guess is made
 * about money.
 */
export function parseMoney(text: string, { currency, currencyDigits: digits }: Currency): number | null {
  const bare = text.trim().replace(new RegExp(`^(${currency}|\\p{Sc})|(${currency}|\\p{Sc})$`, 'giu'), '');
  const amount = bare.trim().replaceAll(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');
  if (!/^\d([\d.,]*\d)?$/.test(amount)) return null;
  const marks = amount.replaceAll(/\d/g, '');
  const mark = marks.at(-1);
  if (mark === undefined) return minorUnits(amount, '', digits);
  const isRepeated = marks.length > 1 && marks.indexOf(mark) < marks.length - 1;
  if (isRepeated) return inGroups(amount, mark) ? minorUnits(amount, '', digits) : null;
  const [whole = '', fraction = ''] = amount.split(mark);
  if (marks.length > 1) return inGroups(whole, mark === '.' ? ',' : '.') ? minorUnits(whole, fraction, digits) : null;
  if (!inGroups(amount, mark) || whole === '0') return minorUnits(whole, fraction, digits);
  if (mark === ',') return digits < 3 ? minorUnits(amount, '', digits) : null;
  return digits < 3 ? null : minorUnits(whole, fraction, digits);
}

function inGroups(text: string, mark: string): boolean {
  const [first = '', ...groups] = text.split(mark);
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

function minorUnits(whole: string, fraction: string, digits: number): number | null {
  if (fraction.length > digits) return null;
  const units = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(units) ? units : null;
}
