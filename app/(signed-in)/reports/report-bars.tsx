'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDuration } from '@/lib/time/format-duration';
import type { ChartData, Bar as Item, Series } from './chart-data';
import { hourTicks } from './hour-ticks';
import type { ShownColor } from './report-colors';
import { SeriesDot, toneOf } from './series-dot';

const tick = { fill: 'var(--faint)', fontSize: 12 };

/** Stacked bars. For the eye only: the same numbers stand beside them as a table for screen readers. */
export function ReportBars({ data: { series, bars } }: { data: ChartData }) {
  const ticks = hourTicks(Math.max(0, ...bars.map(({ total }) => total)));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        // It stacks in the order in which its bars were mounted, not in which they stand now.
        key={series.map(({ id }) => id).join(' ')}
        data={bars}
        accessibilityLayer={false}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="20%"
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="tick"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={16}
          interval="equidistantPreserveStart"
        />
        <YAxis
          width={52}
          tick={tick}
          tickLine={false}
          axisLine={false}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={formatDuration}
        />
        <Tooltip
          cursor={{ fill: 'var(--hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const item: unknown = payload[0]?.payload;
            return active && isBar(item) ? <Detail bar={item} series={series} /> : null;
          }}
        />
        {series.map(({ id, name, color }, index) => (
          <Bar
            key={id}
            dataKey={(bar: Item) => bar.seconds[index] ?? 0}
            name={name}
            stackId="time"
            maxBarSize={48}
            isAnimationActive={false}
            shape={({ x, y, width, height }: Box) => <Piece x={x} y={y} width={width} height={height} color={color} />}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type Box = Partial<Record<'x' | 'y' | 'width' | 'height', number | undefined>>;

/** A gap of one pixel parts it from the next, so that colours alone do not have to. */
function Piece({ x = 0, y = 0, width = 0, height = 0, color }: Box & { color: ShownColor }) {
  if (height <= 0) return null;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={Math.max(1, height - 1)}
      rx={Math.min(2, height / 2)}
      style={toneOf(color)}
      className="fill-(--tone) dark:fill-(--tone-dark)"
    />
  );
}

function Detail({ bar, series }: { bar: Item; series: readonly Series[] }) {
  const parts = series.flatMap((each, index) => ({ ...each, seconds: bar.seconds[index] ?? 0 }));
  const shown = parts.filter(({ seconds }) => seconds > 0);
  return (
    <div className="min-w-40 max-w-64 rounded-md border border-line bg-raised px-2.5 py-2 text-ink text-xs shadow-float">
      <p className="flex justify-between gap-4 font-medium">
        <span>{bar.name}</span>
        <span className="figures">{formatDuration(bar.total)}</span>
      </p>
      {series.length > 1 &&
        shown.map(({ id, name, color, seconds }) => (
          <p key={id} className="mt-1 flex items-center gap-1.5">
            <SeriesDot color={color} className="size-2" />
            <span className="min-w-0 flex-1 truncate text-muted">{name}</span>
            <span className="figures">{formatDuration(seconds)}</span>
          </p>
        ))}
    </div>
  );
}

function isBar(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'seconds' in value && 'total' in value;
}
