import { plural } from '@/app/_ui/format-number';
import type { ReportGroup, ReportSummary } from '@/lib/contracts/report';
import { addDays, type Day } from '@/lib/time/local-day';
import { formatDate, formatDays, formatMonth, formatShortMonth, formatWeekday } from './format-days';
import { accentColor, categoryColors, colorsOf, otherColor, type ShownColor } from './report-colors';
import { isTimeGroup, rowName } from './report-words';

/** One colour of the bars: a part of the time, or all that is too small for a colour. */
export type Series = { id: string; name: string; color: ShownColor };
/** One bar; `seconds` in the order of the series. */
export type Bar = { on: Day; name: string; tick: string; total: number; seconds: number[] };
export type ChartData = { series: Series[]; bars: Bar[] };
/** A part with its place in the whole. */
export type Share = Series & { seconds: number; ratio: number };
/** What the bars are stacked of. */
export type Part = { key: string; name: string; color: ShownColor; seconds: number };
export type Parts = { group: ReportGroup; parts: Part[] };

/** As many as there are colours that can be told apart. */
const mostNamed = categoryColors.length;
const otherId = 'other';

/** The largest first: rows of the first grouping that is not time, wherever they stand. Null where all is time. */
export function partsOf({ groupBy, rows }: ReportSummary, today: Day): Parts | null {
  const group = groupBy.find((each) => !isTimeGroup(each));
  if (!group) return null;
  const byKey = new Map<string, Omit<Part, 'color'> & { color: string | null }>();
  for (const row of group === groupBy[0] ? rows : rows.flatMap(({ groups }) => groups ?? [])) {
    const seconds = (byKey.get(row.key)?.seconds ?? 0) + row.seconds;
    byKey.set(row.key, { key: row.key, name: rowName(group, row, today), color: row.color, seconds });
  }
  const bySize = [...byKey.values()].sort((one, other) => other.seconds - one.seconds);
  const colors = colorsOf(bySize);
  return { group, parts: bySize.map((part) => ({ ...part, color: colors.get(part.key) ?? otherColor })) };
}

/** What the bars show: the parts from the largest, then what is left. */
export function chartDataOf({ bars: { unit, items } }: ReportSummary, parts: Parts | null, today: Day): ChartData {
  const wanted = new Set(items.flatMap((item) => Object.keys(item.parts)));
  const named = parts?.parts.filter(({ key }) => wanted.has(key)).slice(0, mostNamed) ?? [];
  const bars = items.map((item): Bar => {
    // A label may be called "constructor".
    const seconds = named.map(({ key }) => (Object.hasOwn(item.parts, key) ? (item.parts[key] ?? 0) : 0));
    const rest = item.seconds - seconds.reduce((sum, part) => sum + part, 0);
    return { on: item.on, ...barNames(unit, item.on, today), total: item.seconds, seconds: [...seconds, rest] };
  });
  const series: Series[] = named.map(({ key, name, color }) => ({ id: `part ${key}`, name, color }));
  if (named.length === 0) return { series: [{ id: 'all', name: 'Time', color: accentColor }], bars };
  if (bars.some(({ seconds }) => (seconds.at(-1) ?? 0) > 0))
    return { series: [...series, { id: otherId, name: 'Other', color: otherColor }], bars };
  return { series, bars: bars.map((bar) => ({ ...bar, seconds: bar.seconds.slice(0, -1) })) };
}

/** The largest parts; the others together. */
export function sharesOf({ parts }: Parts, whole: number): Share[] {
  const shares = parts
    .slice(0, mostNamed)
    .map(
      ({ key, seconds, ...part }): Share => ({ ...part, id: `part ${key}`, seconds, ratio: ratioOf(seconds, whole) }),
    );
  const rest = parts.slice(mostNamed);
  if (rest.length === 0) return shares;
  const seconds = rest.reduce((sum, part) => sum + part.seconds, 0);
  const name = plural(rest.length, 'other');
  return [...shares, { id: otherId, name, color: otherColor, seconds, ratio: ratioOf(seconds, whole) }];
}

export function ratioOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function barNames(unit: ReportSummary['bars']['unit'], on: Day, today: Day): Pick<Bar, 'name' | 'tick'> {
  if (unit === 'month') return { name: formatMonth(on), tick: formatShortMonth(on) };
  const tick = `${Number(on.slice(8))} ${formatShortMonth(on)}`;
  if (unit === 'week') return { name: formatDays({ from: on, to: addDays(on, 6) }, today), tick };
  return { name: `${formatWeekday(on)} ${formatDate(on, today)}`, tick };
}
