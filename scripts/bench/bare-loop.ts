import Database from 'better-sqlite3';
import { issuesDocument } from '@/lib/linear/documents';
import { startTestDatabase } from '@/tests/support/test-database';

interface Page {
  data: { issues: { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

const columns = [
  'id',
  'source',
  'external_id',
  'connection_id',
  'project_id',
  'status',
  'external_team_id',
  'identifier',
  'title',
  'name',
  'source_state',
  'url',
  'description',
  'state_id',
  'state_name',
  'state_type',
  'state_color',
  'priority',
  'estimate',
  'due_date',
  'assignee_id',
  'assignee_name',
  'assignee_email',
  'labels',
  'label_text',
  'search_text',
  'external_created_at',
  'external_updated_at',
  'external_archived_at',
  'external_completed_at',
  'content_hash',
  'custom_fields',
  'created_at',
  'updated_at',
];

/** What the import is measured against: fetch the same pages, store the same rows, and nothing else. Milliseconds. */
export async function runBareLoop(url: string, apiKey: string): Promise<number> {
  const database = await startTestDatabase();
  const sqlite = new Database(database.databaseUrl.replace('file:', ''));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  const now = new Date().toISOString();
  sqlite
    .prepare(
      "INSERT INTO project (id, name, color, source, created_at, updated_at) VALUES ('p', 'All', '#5b5bd6', 'manual', ?, ?)",
    )
    .run(now, now);
  const insert = sqlite.prepare(
    `INSERT INTO task (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const store = sqlite.transaction((nodes: Record<string, unknown>[]) => {
    for (const node of nodes) insert.run(...asRow(node));
  });
  const document = issuesDocument
    .replace('$filter: IssueFilter!', '$after: String')
    .replace('filter: $filter', 'after: $after');
  const startedAt = performance.now();
  for (let after: string | null = null; ; ) {
    const response: Response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: apiKey },
      body: JSON.stringify({
        query: document,
        variables: { first: 250, orderBy: 'createdAt', after, withDescription: false },
      }),
    });
    const { data } = (await response.json()) as Page;
    store(data.issues.nodes);
    if (!data.issues.pageInfo.hasNextPage) break;
    after = data.issues.pageInfo.endCursor;
  }
  const took = performance.now() - startedAt;
  sqlite.close();
  await database.stop();
  return took;
}

function asRow(node: Record<string, unknown>): unknown[] {
  const issue = node as Record<string, string | number | null> & {
    state: Record<string, string>;
    team: Record<string, string>;
    assignee: Record<string, string> | null;
    labels: { nodes: { name: string }[] };
  };
  const { state, team, assignee, labels } = issue;
  return [
    issue['id'],
    'linear',
    issue['id'],
    null,
    'p',
    'todo',
    team['id'],
    issue['identifier'],
    issue['title'],
    `${issue['identifier']}: ${issue['title']}`,
    'live',
    issue['url'],
    issue['url'],
    state['id'],
    state['name'],
    state['type'],
    state['color'],
    issue['priority'],
    issue['estimate'],
    issue['dueDate'],
    assignee?.['id'] ?? null,
    assignee?.['name'] ?? null,
    assignee?.['email'] ?? null,
    JSON.stringify(labels.nodes),
    labels.nodes.map(({ name }) => name).join('|'),
    `${issue['identifier']} ${issue['title']}`.toLowerCase(),
    issue['createdAt'],
    issue['updatedAt'],
    issue['archivedAt'],
    issue['completedAt'],
    '',
    JSON.stringify(issue),
    issue['createdAt'],
    issue['updatedAt'],
  ];
}
