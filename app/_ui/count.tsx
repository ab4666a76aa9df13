import { formatCount } from './format-number';

/** A quiet number after a label. */
export function Count({ value }: { value: number }) {
  return <span className="figures font-normal text-faint text-xs">{formatCount(value)}</span>;
}
