const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

function addDuration(text: string, now: Date): Date | undefined {
  const match = DURATION.exec(text);
  if (match === null || match.slice(2).every((part) => part === undefined)) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const part = (place: number) => sign * Number(match[place] ?? 0);
  const moved = new Date(now);
  moved.setUTCFullYear(moved.getUTCFullYear() + part(2));
  moved.setUTCMonth(moved.getUTCMonth() + part(3));
  moved.setUTCDate(moved.getUTCDate() + part(4) * 7 + part(5));
  return new Date(moved.getTime() + (part(6) * 3600 + part(7) * 60 + part(8)) * 1000);
}

/** Reads Linear's `DateTimeOrDuration`: an ISO date, a short form such as `2021`, or a duration added to now. */
export function readDateInput(text: string, now: Date): Date | undefined {
  const moved = addDuration(text, now);
  if (moved !== undefined) return moved;
  if (!DATE.test(text)) return undefined;
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes('T');
  const date = new Date(hasZone ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export function isDateInput(text: string): boolean {
  return readDateInput(text, new Date(0)) !== undefined;
}
