/**
 * Every key that react-query knows, from wide to narrow: invalidating `keys.tasks.all` reaches each list and each task.
 * A query object in a key is compared by value.
 */
export const keys = {
  me: ['me'],
  members: { all: ['members'] },
  links: { all: ['links'], preview: (token: string) => ['links', 'preview', token] },
  tokens: { all: ['tokens'] },
  dashboard: ['dashboard'],
  connections: {
    all: ['connections'],
    list: () => ['connections', 'list'],
    detail: (connectionId: string) => ['connections', connectionId],
    states: (connectionId: string) => ['connections', connectionId, 'states'],
    runs: (connectionId: string, query?: object) => ['connections', connectionId, 'runs', query ?? {}],
    push: (connectionId: string) => ['connections', connectionId, 'push'],
    timeOnIssues: (connectionId: string) => ['connections', connectionId, 'time-on-issues'],
    /** Of the mutation. */
    deletion: (connectionId: string) => ['connections', connectionId, 'deletion'],
    deletePreview: (connectionId: string) => ['connections', connectionId, 'delete-preview'],
    schedulePreview: (query: object) => ['connections', 'schedule-preview', query],
  },
  /** Not under `connections`: what changes there must not ask Linear again. */
  connectionTest: (connectionId: string, keyHint: string) => ['connection-test', connectionId, keyHint],
  runs: { all: ['runs'], detail: (runId: string) => ['runs', runId] },
  projects: {
    all: ['projects'],
    list: (query: object) => ['projects', 'list', query],
    detail: (projectId: string) => ['projects', 'detail', projectId],
  },
  tasks: {
    all: ['tasks'],
    list: (query: object) => ['tasks', 'list', query],
    detail: (taskId: string) => ['tasks', 'detail', taskId],
    events: (taskId: string) => ['tasks', 'detail', taskId, 'events'],
    facets: (query?: object) => ['tasks', 'facets', query ?? {}],
  },
  /** Not under `tasks`: what changes there must not ask Linear again. */
  linearWrite: {
    targets: ['linear-write', 'targets'],
    options: (teamId: string) => ['linear-write', 'options', teamId],
    issue: (taskId: string) => ['linear-write', 'issue', taskId],
    writes: (taskId: string) => ['linear-write', 'writes', taskId],
  },
  /** Everything that changes with an entry is under `time`: one invalidation after each write. */
  time: {
    all: ['time'],
    timer: ['time', 'timer'],
    quick: ['time', 'quick'],
    entries: (query: object) => ['time', 'entries', query],
    entry: (entryId: string) => ['time', 'entry', entryId],
    entryEvents: (entryId: string) => ['time', 'entry', entryId, 'events'],
    drafts: (query: object) => ['time', 'drafts', query],
    timesheet: (query: object) => ['time', 'timesheet', query],
    report: (query: object) => ['time', 'report', query],
    dashboard: ['time', 'dashboard'],
    tags: (query: object) => ['time', 'tags', query],
  },
  linear: {
    all: ['linear'],
    objects: (collection: string, query: object) => ['linear', collection, query],
    progress: (of: string) => ['linear', 'progress', of],
    exportState: (folder: string) => ['linear', 'export', folder],
  },
  installation: ['installation'],
  rates: { all: ['rates'], list: (query: object) => ['rates', query] },
  reports: { options: ['reports', 'options'], views: ['reports', 'views'], shares: ['reports', 'shares'] },
} as const;
