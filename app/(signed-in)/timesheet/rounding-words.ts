import type { Rounding } from '@/lib/contracts/installation';

const ways: Record<Rounding['mode'], string> = { none: '', nearest: 'to', up: 'up to', down: 'down to' };

/** "In reports: each entry up to 15 min"; null where reports do not round. */
export function roundingWords({ mode, minutes, per }: Rounding): string | null {
  if (mode === 'none') return null;
  return `In reports: ${per === 'entry' ? 'each entry' : 'each day of a task'} ${ways[mode]} ${minutes} min`;
}
