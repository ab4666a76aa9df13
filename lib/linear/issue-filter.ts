export interface IssueRange {
  /** Which of Linear's stamps the pages are cut by, newest first. `createdAt` never moves; `updatedAt` does. */
  by: 'createdAt' | 'updatedAt';
  /** Null: any team that the key can see. */
  teamIds: string[] | null;
  notTeamIds?: string[];
  /** Only issues that carry one of these labels. */
  labelIds?: string[];
  updatedFrom?: string | null;
  archivedFrom?: string | null;
  /** Only rows stamped before this instant … */
  before?: string | null;
  /** … and, at its last millisecond, only those not seen yet. */
  exceptIds?: string[];
}

type Filter = Record<string, unknown>;

/** Linear's filter for a range of issues. Conditions in one object are AND-ed. */
export function issueFilter(range: IssueRange): Filter {
  const stamps: Record<'createdAt' | 'updatedAt', Filter> = { createdAt: {}, updatedAt: {} };
  if (range.updatedFrom) stamps.updatedAt['gte'] = range.updatedFrom;
  if (range.before) stamps[range.by]['lt'] = range.before;
  const filter: Filter = {};
  if (Object.keys(stamps.createdAt).length > 0) filter['createdAt'] = stamps.createdAt;
  if (Object.keys(stamps.updatedAt).length > 0) filter['updatedAt'] = stamps.updatedAt;
  if (range.archivedFrom) filter['archivedAt'] = { gte: range.archivedFrom };
  if (range.teamIds) filter['team'] = { id: { in: range.teamIds } };
  else if (range.notTeamIds) filter['team'] = { id: { nin: range.notTeamIds } };
  if (range.labelIds) filter['labels'] = { some: { id: { in: range.labelIds } } };
  if (range.exceptIds && range.exceptIds.length > 0) filter['id'] = { nin: range.exceptIds };
  return filter;
}

/** The instant one millisecond later. Linear shows milliseconds; what it stores may be finer, so a bound is never the stamp itself. */
export function justAfter(stamp: string): string {
  return new Date(Date.parse(stamp) + 1).toISOString();
}
