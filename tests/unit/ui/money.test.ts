import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editableMoney } from '@/app/_ui/editable-money';
import { parseMoney } from '@/app/_ui/parse-money';
import { formatMoney } from '@/lib/kit/format-money';

const eur = { currency: 'EUR', currencyDigits: 2 };
const jpy = { currency: 'JPY', currencyDigits: 0 };
const kwd = { currency: 'KWD', currencyDigits: 3 };

test.each([
  [eur, 123_450, '€1,234.50'],
  [eur, 5, '€0.05'],
  [eur, -8_500, '-€85.00'],
  [jpy, 123_450, '¥123,450'],
  [kwd, 123_450, 'KWD 123.450'],
  [eur, 200_000_000_001, '€2,000,000,000.01'],
])('shows an amount in minor units of %o', (currency, minorUnits, text) => {
  expect(formatMoney(minorUnits, currency).replaceAll(/\s/g, ' ')).toBe(text);
});

describe('what a person types for an amount', () => {
  it.each([
    ['85', 8_500],
    ['85.5', 8_550],
    ['85.50', 8_550],
    ['85,50', 8_550],
    [' 0.05 ', 5],
    ['0', 0],
    ['1,250', 125_000],
    ['1,250.50', 125_050],
    ['1.250,50', 125_050],
    ['1 250,50', 125_050],
    ["1'250.50", 125_050],
    ['1,250,000', 125_000_000],
    ['1.250.000', 125_000_000],
    ['€85', 8_500],
    ['85 EUR', 8_500],
    ['85 €', 8_500],
    ['0850', 85_000],
  ])('%j of EUR is %i', (text, minorUnits) => {
    expect(parseMoney(text, eur)).toBe(minorUnits);
  });

  it.each([
    ['85', jpy, 85],
    ['8,500', jpy, 8_500],
    ['¥ 8500', jpy, 8_500],
    ['85', kwd, 85_000],
    ['85.5', kwd, 85_500],
    ['85.505', kwd, 85_505],
    ['0,505', kwd, 505],
    ['1,085.505', kwd, 1_085_505],
  ])('%j follows the digits of the currency', (text, currency, minorUnits) => {
    expect(parseMoney(text, currency)).toBe(minorUnits);
  });

  it.each([
    ['', eur],
    ['abc', eur],
    ['-5', eur],
    ['85.505', eur],
    ['1.250', eur],
    ['85.', eur],
    ['.5', eur],
    ['1,2,3', eur],
    ['1.250.50', eur],
    ['12,50.00', eur],
    ['1e3', eur],
    ['85 USD', eur],
    ['85.5', jpy],
    ['1.250', jpy],
    ['85,505', kwd],
    ['9'.repeat(30), eur],
  ])('%j is no amount, or could be two', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it('is read back as it was filled in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(eur, jpy, kwd),
        (minorUnits, currency) => {
          expect(parseMoney(editableMoney(minorUnits, currency), currency)).toBe(minorUnits);
          const shown = formatMoney(minorUnits, currency);
          expect(parseMoney(shown, currency)).toBe(minorUnits);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  [eur, 8_550, '85.50'],
  [eur, 8_500, '85'],
  [eur, 5, '0.05'],
  [jpy, 85, '85'],
  [kwd, 85_505, '85.505'],
  [kwd, 0, '0'],
])('fills a field of %o with what can be typed', (currency, minorUnits, text) => {
  expect(editableMoney(minorUnits, currency)).toBe(text);
});
