// Apart from the schemas, because a screen needs these lists before it needs zod (docs/decisions/010).

export const sources = ['linear', 'manual'] as const;
export const taskStatuses = ['todo', 'in_progress', 'done', 'canceled'] as const;
export const sourceStates = ['live', 'archived', 'trashed', 'gone'] as const;
export const taskSorts = ['updated', 'identifier', 'title', 'priority', 'due', 'created'] as const;
export const longestNotes = 20_000;

export const projectColors = [
  '#5b5bd6',
  '#0d74ce',
  '#0f8a7a',
  '#3d8b40',
  '#8a6d00',
  '#c2560c',
  '#cd2b31',
  '#c2298a',
  '#8145b5',
  '#60646c',
] as const;

export const entrySources = ['timer', 'manual', 'timesheet', 'api'] as const;
export const entryReviews = ['stopped_at_limit', 'stopped_at_midnight', 'stopped_at_longest'] as const;
export const longestEntrySeconds = 24 * 60 * 60;
export const longestDescription = 2_000;
export const roundingModes = ['none', 'nearest', 'up', 'down'] as const;
export const rateKinds = ['task', 'project', 'person', 'installation'] as const;
export const reportGroups = [
  'project',
  'task',
  'person',
  'day',
  'week',
  'month',
  'label',
  'cycle',
  'madeInProject',
  'billable',
] as const;
export const reportRanges = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const;

export const activeStatuses = ['queued', 'running', 'waiting'] as const;

/** Linear's collections, as URLs, views and exported folders name them. `issues` is always read; the others are chosen. */
export const linearCollections = [
  'organization',
  'teams',
  'users',
  'issues',
  'projects',
  'milestones',
  'documents',
  'cycles',
  'workflow-states',
  'labels',
  'comments',
  'attachments',
  'issue-relations',
  'notifications',
] as const;
export const writeBackModes = ['off', 'admins', 'everyone'] as const;
export const relationTypes = ['blocks', 'blocked_by', 'related', 'duplicate', 'duplicated_by'] as const;
export const longestIssueText = 100_000;

/** `detail` of a path that no call has. The command line knows an older server by it, so it never changes. */
export const unknownCall = 'There is no such call.';
