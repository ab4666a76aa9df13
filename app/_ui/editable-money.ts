import type { Currency } from '@/lib/kit/format-money';

/** As it is typed: 8550 of EUR -> "85.50", 8500 -> "85". `parseMoney` reads it back. */
export function editableMoney(minorUnits: number, { currencyDigits }: Currency): string {
  const text = String(minorUnits).padStart(currencyDigits + 1, '0');
  const units = text.slice(0, text.length - currencyDigits);
  const fraction = text.slice(text.length - currencyDigits);
  return /^0*$/.test(fraction) ? units : `${units}.${fraction}`;
}

/** What an amount of this currency looks like: "85.50", "85". */
export function exampleMoney({ currencyDigits }: Currency): string {
  return currencyDigits === 0 ? '85' : `85.${'5'.padEnd(currencyDigits, '0')}`;
}
