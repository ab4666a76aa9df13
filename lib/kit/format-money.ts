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
