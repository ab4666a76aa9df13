const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Two clocks may differ by so much: what has just happened is not taken for what is to come. */
const clockSlack = 5_000;

/** "just now", "5 min ago", "in a moment", "in 3 h"; null when it is a day or more away. */
export function formatNear(at: number, now: number): string | null {
  const distance = Math.abs(now - at);
  if (distance < minute) return at > now + clockSlack ? 'in a moment' : 'just now';
  if (distance >= day) return null;
  const amount = distance < hour ? `${Math.floor(distance / minute)} min` : `${Math.floor(distance / hour)} h`;
  return at > now ? `in ${amount}` : `${amount} ago`;
}

/** "12 Nov", or "12 Nov 2024" when it is not this year. */
export function formatDay(at: number, now: number, timeZone: string): string {
  const isThisYear = partsOf(at, timeZone).year === partsOf(now, timeZone).year;
  const { day: dayOfMonth, month, year } = partsOf(at, timeZone);
  return isThisYear ? `${dayOfMonth} ${month}` : `${dayOfMonth} ${month} ${year}`;
}

/** "Wed 12 Nov 2025, 14:05 (Europe/Berlin)" */
export function formatFull(at: number, timeZone: string): string {
  const { weekday, day: dayOfMonth, month, year, hour: hours, minute: minutes } = partsOf(at, timeZone);
  return `${weekday} ${dayOfMonth} ${month} ${year}, ${hours}:${minutes} (${timeZone})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: number, timeZone: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const format = formats.get(timeZone) ?? createFormat(timeZone);
  formats.set(timeZone, format);
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
