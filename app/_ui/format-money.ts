const formats = new Map<string, Intl.NumberFormat>();

/** The currency of an installation: ISO 4217, and the digits of its minor unit as the server says. */
export type Currency = { currency: string; currencyDigits: number };

/** 123450 minor units of EUR -> "€1,234.50", of JPY -> "¥123,450". Sums are made of minor units, never of what this answers. */
export function formatMoney(minorUnits: number, { currency, currencyDigits }: Currency): string {
  const key = `${currency} ${currencyDigits}`;
  const format = formats.get(key) ?? createFormat(currency, currencyDigits);
  formats.set(key, format);
  return format.format(minorUnits / 10 ** currencyDigits);
}

function createFormat(currency: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

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
