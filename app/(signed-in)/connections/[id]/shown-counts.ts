/** All counts of a run, in the order of the table's columns. */
export const shownCounts = [
  'fetched',
  'created',
  'updated',
  'unchanged',
  'moved',
  'archived',
  'restored',
  'gone',
  'failed',
] as const;
