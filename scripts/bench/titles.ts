/** Words of ordinary issue titles. */
export const words =
  'fix login crash on slow network when token expires add dark mode to settings page improve search latency for large workspaces migrate billing webhook retry queue export invoice pdf layout broken mobile keyboard covers input field rename column refactor session cache remove legacy banner update onboarding checklist translate error messages avatar upload fails timeline drag resize calendar sync duplicate notifications weekly report chart colors accessibility focus ring tooltip overlap permission check guest member audit log'.split(
    ' ',
  );

/** The same title for the same number, whatever the machine. */
export function makeTitle(n: number): string {
  const length = 4 + (n % 6);
  return Array.from({ length }, (_, at) => words[(n * 31 + at * 17 + (n >> 3)) % words.length]).join(' ');
}
