/** The IANA time zone that this browser (or process) is set to; UTC when it does not say a usable one. */
export function localTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  // A browser that hides the zone says Etc/Unknown, which no date format takes.
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC';
}
