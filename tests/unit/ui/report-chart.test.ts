import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartDataOf, partsOf, sharesOf } from '@/app/(signed-in)/reports/chart-data';
import {
  accentColor,
  canvas,
  categoryColors,
  contrast,
  otherColor,
  readable,
} from '@/app/(signed-in)/reports/report-colors';
import type { ReportSummary } from '@/lib/contracts/report';

const today = '2026-11-21';
const sums = (seconds: number) => ({ seconds, exactSeconds: seconds, billableSeconds: 0, amount: null, entries: 1 });

/** A report by project, of one day each for the given seconds; the server names the eight largest. */
function report(sizes: readonly number[], groupBy: ReportSummary['groupBy'] = ['project']): ReportSummary {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const row = (size: number, index: number) => ({
    key: `p${index}`,
    label: `Project ${index}`,
    color: index % 2 === 0 ? '#fefefe' : null,
    estimate: null,
    ...sums(size),
  });
  const parts = Object.fromEntries(sizes.slice(0, 8).map((size, index) => [`p${index}`, size]));
  const inner = sizes.map(row);
  return {
    from: today,
    to: today,
    groupBy,
    rounding: { mode: 'none', minutes: 15, per: 'entry' },
    currency: 'EUR',
    currencyDigits: 2,
    rows:
      groupBy[0] === 'week'
        ? [{ ...row(total, 0), key: '2026-11-16', label: '', groups: inner }]
        : inner.map((each) => ({ ...each, groups: null })),
    total: sums(total),
    bars: { unit: 'day', items: [{ on: today, seconds: total, parts: groupBy[0] === 'day' ? {} : parts }] },
  };
}

describe('the bars', () => {
  it('come to the same sum as the report, and so do the shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 14 }), (sizes) => {
        const made = report(sizes);
        const parts = partsOf(made, today);
        const { series, bars } = chartDataOf(made, parts, today);
        expect(bars[0]?.seconds.reduce((sum, size) => sum + size, 0)).toBe(made.total.seconds);
        expect(bars[0]?.seconds).toHaveLength(series.length);
        const shares = parts ? sharesOf(parts, made.total.seconds) : [];
        expect(shares.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(made.total.seconds);
        expect(shares.length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('are stacked by the first grouping that is not time', () => {
    const made = report([60, 30], ['week', 'project']);
    const parts = partsOf(made, today);
    expect(parts?.group).toBe('project');
    expect(chartDataOf(made, parts, today).series.map(({ name }) => name)).toEqual(['Project 0', 'Project 1']);
  });

  it('are of one colour where all is time', () => {
    const made = report([60, 30], ['day']);
    expect(partsOf(made, today)).toBeNull();
    expect(chartDataOf(made, null, today).series).toEqual([{ id: 'all', name: 'Time', color: accentColor }]);
  });

  it('put together what is too small for a colour of its own', () => {
    const made = report([90, 80, 70, 60, 50, 40, 30, 20, 10, 5]);
    const parts = partsOf(made, today);
    const { series, bars } = chartDataOf(made, parts, today);
    expect(series.at(-1)?.name).toBe('Other');
    expect(bars[0]?.seconds.at(-1)).toBe(15);
    expect(parts && sharesOf(parts, 455).at(-1)).toMatchObject({ name: '2 others', seconds: 15 });
  });
});

describe('the colours', () => {
  const shown = [...categoryColors, otherColor, accentColor];
  const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  it('stand out from the canvas, in light and in dark', () => {
    for (const { light, dark } of shown) {
      expect(contrast(light, canvas.light)).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, canvas.dark)).toBeGreaterThanOrEqual(3);
    }
  });

  it('make whatever comes from outside stand out', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const { light, dark } = readable(color);
        expect(contrast(light, canvas.light)).toBeGreaterThanOrEqual(3);
        expect(contrast(dark, canvas.dark)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['by most eyes', sameForAll, 0.12],
    ['by eyes that see no red', withoutRed, 0.08],
    ['by eyes that see no green', withoutGreen, 0.08],
  ])('can be told apart %s', (_, seen, least) => {
    for (const theme of ['light', 'dark'] as const) {
      const points = categoryColors.map((color) => oklab(seen(linearOf(color[theme]))));
      points.forEach((point, index) => {
        for (const other of points.slice(index + 1)) expect(distance(point, other)).toBeGreaterThanOrEqual(least);
      });
    }
  });
});

type Triple = [number, number, number];

function sameForAll(color: Triple): Triple {
  return color;
}

// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
function withoutRed([r, g, b]: Triple): Triple {
  return [
    0.152286 * r + 1.052583 * g - 0.204868 * b,
    0.114503 * r + 0.786281 * g + 0.099216 * b,
    -0.003882 * r - 0.048116 * g + 1.051998 * b,
  ];
}

function withoutGreen([r, g, b]: Triple): Triple {
  return [
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b,
  ];
}

function linearOf(color: string): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

function oklab(color: Triple): Triple {
  const [r, g, b] = color.map((value) => Math.min(1, Math.max(0, value))) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
