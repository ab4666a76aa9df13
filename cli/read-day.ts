import { addDays, type Day } from '@/lib/time/local-day';
import { badArguments } from './cli-error';
import { quote } from './words';

/** "today", "yesterday" or "2026-11-20". */
export function readDay(text: string, today: Day): Day {
  const typed = text.trim().toLowerCase();
  if (typed === 'today') return today;
  if (typed === 'yesterday') return addDays(today, -1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && isDay(typed)) return typed;
  throw badArguments(`${quote(text)} is no day.`, { hint: 'Write it like 2026-11-20, today or yesterday.' });
}

/** Days that no calendar has would roll over: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
