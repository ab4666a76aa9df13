import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { must } from '@/lib/kit/must';
import type { Dialect } from './linear-dialect';
import type { ViewColumn } from './linear-view-columns';

/** Where the rows of a view come from. */
export interface ViewSource {
  from: string;
  where: string;
  column(column: ViewColumn): string;
}

export function viewSource(collection: LinearCollection, dialect: Dialect): ViewSource {
  const isChosen = dialect.listHolds('c.collections', collection);
  if (collection === 'issues') return issues(dialect);
  if (collection === 'teams') {
    const from = 'team_scope t JOIN connection c ON c.id = t.connection_id';
    return { from, where: `t.visible AND ${isChosen}`, column: byName(teamColumns) };
  }
  if (collection === 'workflow-states') {
    const from = `workflow_state s JOIN connection c ON c.id = s.connection_id
JOIN team_scope t ON t.connection_id = s.connection_id AND t.external_team_id = s.external_team_id`;
    return { from, where: `t.visible AND ${isChosen}`, column: byName(stateColumns) };
  }
  return {
    from: 'linear_object o JOIN connection c ON c.id = o.connection_id',
    where: `o.collection = '${collection}' AND ${isChosen}`,
    column: ({ name, path, type }) => objectColumns[name] ?? dialect.json('o.data', path, type),
  };
}

function issues(dialect: Dialect): ViewSource {
  const inIntegration = (path: string[]) => ['integration', ...path];
  return {
    from: `task t JOIN connection c ON c.id = t.connection_id
LEFT JOIN task_description d ON d.task_id = t.id`,
    where: "t.source = 'linear' AND t.source_state <> 'gone'",
    column: ({ name, path, type }) => issueColumns[name] ?? dialect.json('t.custom_fields', inIntegration(path), type),
  };
}

/** Columns as they are, so that a condition on one finds its index. */
function byName(columns: Record<string, string>): ViewSource['column'] {
  return ({ name }) => must(columns[name], `the column of ${name}`);
}

// Beside `data`, and in its indexes.
const objectColumns: Record<string, string> = {
  id: 'o.external_id',
  created_at: 'o.external_created_at',
  updated_at: 'o.external_updated_at',
  archived_at: 'o.external_archived_at',
};

const teamColumns: Record<string, string> = {
  id: 't.external_team_id',
  name: 't.name',
  key: 't.key',
  description: 't.description',
  color: 't.color',
  icon: 't.icon',
  private: 't.private',
  created_at: 't.external_created_at',
  updated_at: 't.external_updated_at',
  archived_at: 't.external_archived_at',
};

const stateColumns: Record<string, string> = {
  id: 's.external_id',
  name: 's.name',
  type: 's.type',
  color: 's.color',
  description: 's.description',
  position: 's.position',
  team_id: 't.external_team_id',
  team_name: 't.name',
  team_key: 't.key',
  created_at: 's.external_created_at',
  updated_at: 's.external_updated_at',
  archived_at: 's.external_archived_at',
};

/** What an issue has besides its task's `custom_fields.integration`. */
const issueColumns: Record<string, string> = {
  id: 't.external_id',
  identifier: 't.identifier',
  title: 't.title',
  description: 'd.markdown',
  priority: 'coalesce(t.priority, 0)',
  estimate: 't.estimate',
  due_date: 't.due_date',
  state_id: 't.state_id',
  state_name: 't.state_name',
  state_type: 't.state_type',
  assignee_id: 't.assignee_id',
  assignee_name: 'CASE WHEN t.assignee_id IS NOT NULL THEN t.assignee_name END',
  labels: 't.labels',
  url: 't.url',
  trashed: "t.source_state = 'trashed'",
  created_at: 't.external_created_at',
  updated_at: 't.external_updated_at',
  archived_at: 't.external_archived_at',
  completed_at: 't.external_completed_at',
  task_id: 't.id',
};
