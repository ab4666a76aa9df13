import type { Paint, Style } from './paint';
import { cut, plain, widthOf } from './plain';

export interface Column {
  title: string;
  align?: 'right';
  /** The one that gives way where the terminal is narrow. */
  gives?: true;
}

export interface Row {
  cells: readonly string[];
  style?: Style;
}

const gap = '  ';
const narrowest = 12;

/** Columns as wide as what is in them, within `width` where there is one. Cells are made harmless here. */
export function drawTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { paint, width }: { paint: Paint; width: number | null },
): string {
  const clean = rows.map(({ cells, style }) => ({ cells: columns.map((_, at) => keepIndent(cells[at] ?? '')), style }));
  const widths = columns.map(({ title }, at) =>
    Math.max(widthOf(title), ...clean.map(({ cells }) => widthOf(cells[at] ?? ''))),
  );
  const giving = columns.findIndex(({ gives }) => gives);
  if (width !== null && giving >= 0) {
    const over = widths.reduce((sum, one) => sum + one, 0) + gap.length * (columns.length - 1) - width;
    if (over > 0) widths[giving] = Math.max(narrowest, (widths[giving] ?? 0) - over);
  }
  const draw = (cells: readonly string[]) =>
    columns
      .map(({ align }, at) => pad(cells[at] ?? '', widths[at] ?? 0, align))
      .join(gap)
      .trimEnd();
  const head = paint('dim', draw(columns.map(({ title }) => title)));
  return [head, ...clean.map(({ cells, style }) => (style ? paint(style, draw(cells)) : draw(cells)))].join('\n');
}

/** "Name   value" lines; what has no value is left out. */
export function drawFacts(facts: readonly (readonly [string, string | null])[], paint: Paint): string {
  const given = facts.filter(([, value]) => value !== null);
  const width = Math.max(...given.map(([name]) => widthOf(name)));
  return given.map(([name, value]) => `${paint('dim', pad(name, width))}${gap}${plain(value ?? '')}`).join('\n');
}

function pad(text: string, width: number, align?: 'right'): string {
  const shown = cut(text, width);
  const space = ' '.repeat(Math.max(0, width - widthOf(shown)));
  return align === 'right' ? space + shown : shown + space;
}

/** Spaces at the start are the table's own: they indent the rows of a second grouping. */
function keepIndent(text: string): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return indent + plain(text.slice(indent.length));
}
