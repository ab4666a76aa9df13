interface TimeZoneChoice {
  /** IANA name. */
  value: string;
  /** "America/New York" */
  label: string;
  /** "UTC−5", as of `now`. */
  hint: string;
}

/** Every time zone that this engine knows, UTC first, and `current` even when it goes by an old name. */
export function listTimeZones(current: string, now: number): TimeZoneChoice[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current]);
  return [...names].map((name) => ({ value: name, label: name.replaceAll('_', ' '), hint: offsetOf(name, now) }));
}

function offsetOf(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
  const offset = format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offset.replace('GMT', 'UTC').replace('-', '−');
}
