import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { syncedFields } from '@/lib/sync/synced-fields';
import { makeTitle } from './titles';

export const benchConnection = 'bench-connection';

/** A mirror of so many issues and comments, written straight into the database. */
export function fillMirror(file: string, { issues, comments }: { issues: number; comments: number }): void {
  const sqlite = new Database(file);
  sqlite.transaction(() => {
    fillConnection(sqlite);
    const ids = fillIssues(sqlite, issues);
    fillComments(sqlite, comments, ids);
  })();
  sqlite.close();
}

/** Some objects change, as a sync writes them. */
export function changeComments(file: string, count: number): void {
  const sqlite = new Database(file);
  sqlite
    .prepare(
      `UPDATE linear_object SET data = json_set(data, '$.body', 'changed'), changed_at = ? WHERE external_id IN (
        SELECT external_id FROM linear_object WHERE collection = 'comments' ORDER BY external_id LIMIT ?)`,
    )
    .run(new Date().toISOString(), count);
  sqlite.close();
}

const team = { id: 'team-eng', key: 'ENG', name: 'Engineering' };

function fillConnection(sqlite: Database.Database): void {
  const now = new Date().toISOString();
  sqlite
    .prepare(
      `INSERT INTO connection (id, name, workspace_id, workspace_name, workspace_url_key, key_sealed, key_hint, status_mapping, collections, created_at, updated_at)
       VALUES ('${benchConnection}', 'Bench', 'w', 'Bench', 'bench', '', '', '{}', '["comments","cycles"]', ?, ?)`,
    )
    .run(now, now);
  sqlite
    .prepare(
      "INSERT INTO project (id, name, color, source, connection_id, created_at, updated_at) VALUES ('p', 'All', '#5b5bd6', 'linear', ?, ?, ?)",
    )
    .run(benchConnection, now, now);
  sqlite
    .prepare(
      `INSERT INTO team_scope (id, connection_id, external_team_id, key, name, imported_at, created_at, updated_at) VALUES ('t', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(benchConnection, team.id, team.key, team.name, now, now, now);
  sqlite
    .prepare(
      `INSERT INTO mirror_state (connection_id, collection, walk_state, imported_at, created_at, updated_at) VALUES (?, 'comments', 'done', ?, ?, ?)`,
    )
    .run(benchConnection, now, now, now);
}

function fillIssues(sqlite: Database.Database, count: number): { id: string; identifier: string }[] {
  const insert = sqlite.prepare(
    `INSERT INTO task (id, project_id, source, external_id, connection_id, external_team_id, identifier, title, name, status, url, state_id, state_name, state_type,
       state_color, priority, labels, label_text, search_text, external_created_at, external_updated_at, content_hash, custom_fields, created_at, updated_at)
     VALUES (?, 'p', 'linear', ?, ?, ?, ?, ?, ?, 'todo', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return Array.from({ length: count }, (_, place) => {
    const [id, identifier, at] = [randomUUID(), `ENG-${place + 1}`, minutesAgo(count - place)];
    const f = syncedFields(makeBenchIssue(id, identifier, makeTitle(place), at));
    insert.run(
      ...[randomUUID(), id, benchConnection, team.id, identifier, f.title, f.name, f.url, f.stateId, f.stateName],
      ...[f.stateType, f.stateColor, f.priority, f.labels, f.labelText, f.searchText, at, at, f.contentHash],
      ...[`{"integration":${f.integration}}`, at, at],
    );
    return { id, identifier };
  });
}

function makeBenchIssue(id: string, identifier: string, title: string, at: string) {
  return {
    id,
    identifier,
    previousIdentifiers: [],
    title,
    url: `https://linear.app/bench/issue/${identifier}`,
    priority: 2,
    estimate: 3,
    dueDate: null,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    completedAt: null,
    trashed: false,
    team,
    state: { id: 'state-todo', name: 'Todo', type: 'unstarted', color: '#e2e2e2' },
    assignee: { id: 'user', name: 'Ada Whitfield', email: 'ada@example.com' },
    labels: [{ id: 'l', name: 'Bug', color: '#eb5757' }],
    project: { id: 'project', name: 'Checkout' },
    cycle: { id: `cycle-${identifier.length}`, number: 7, name: null },
    parent: null,
  };
}

function fillComments(sqlite: Database.Database, count: number, issues: { id: string; identifier: string }[]): void {
  const insert = sqlite.prepare(
    `INSERT INTO linear_object (connection_id, collection, external_id, external_team_id, external_issue_id, external_created_at, external_updated_at, data, hash, changed_at)
     VALUES ('${benchConnection}', 'comments', ?, '${team.id}', ?, ?, ?, ?, '', ?)`,
  );
  for (let n = 0; n < count; n++) {
    const [id, issue, at] = [randomUUID(), issues[n % issues.length] ?? null, minutesAgo(count - n)];
    const data = {
      id,
      body: `${makeTitle(n)}. ${makeTitle(n + 7)}. ${makeTitle(n + 13)}.`,
      url: `https://linear.app/bench/issue/${issue?.identifier}#comment-${n}`,
      user: { id: 'user', name: 'Ada Whitfield' },
      issue,
      project: null,
      parent: null,
      editedAt: null,
      resolvedAt: null,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    };
    insert.run(id, issue?.id ?? null, at, at, JSON.stringify(data), at);
  }
}

function minutesAgo(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 21) - minutes * 60_000).toISOString();
}
