const minute = 60;
const hour = 60 * minute;

/** How long something took: "under 1 s", "42 s", "2 min 05 s", "1 h 02 min". */
export function formatSpan(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 1) return 'under 1 s';
  if (seconds < minute) return `${seconds} s`;
  if (seconds < hour) return `${Math.floor(seconds / minute)} min ${pad(seconds % minute)} s`;
  return `${Math.floor(seconds / hour)} h ${pad(Math.floor((seconds % hour) / minute))} min`;
}

/** How long something may take, no more exact than it is known: "a few seconds", "about 40 s", "about 3 min". */
export function formatEstimate(seconds: number): string {
  if (seconds < 8) return 'a few seconds';
  if (seconds < 50) return `about ${Math.ceil(seconds / 10) * 10} s`;
  const minutes = Math.max(1, Math.round(seconds / minute));
  if (minutes < 60) return `about ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  return rest === 0 || rest === 60 ? `about ${hours + (rest === 60 ? 1 : 0)} h` : `about ${hours} h ${rest} min`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
