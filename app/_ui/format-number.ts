const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });

/** 12345 -> "12,345" */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** 0.42 -> "42%"; something that has begun is never 0 %, something unfinished never 100 %. */
export function formatPercent(ratio: number): string {
  if (ratio > 0 && ratio < 0.01) return '1%';
  if (ratio > 0.99 && ratio < 1) return '99%';
  return percents.format(ratio);
}

/** (1, "task") -> "1 task", (1200, "task") -> "1,200 tasks" */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}
