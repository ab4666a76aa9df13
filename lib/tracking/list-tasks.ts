import type { PersonActor } from '@/lib/auth/actor';
import type { Task, TaskQuery, TaskSort } from '@/lib/contracts/task';
import { listTaskIdsByIdentifier, listTasks as listTaskRows } from '@/lib/db/task';
import { getTaskCount, listTaskPositions } from '@/lib/db/task-list';
import type { TaskFilter } from '@/lib/db/task-list-filter';
import { type Direction, sortKeys } from '@/lib/db/task-list-order';
import { decodeCursor, encodeCursor } from './cursor';
import { readSearch } from './read-search';
import { labelKey } from './search-text';
import { toTasks } from './to-task';

export interface TaskPage {
  items: Task[];
  nextCursor: string | null;
  total?: number;
}

// Counting costs 10 ms for each 100,000 tasks.
const countedUpTo = 100_000;

/**
 * One page of tasks. Tasks that the search names by identifier stand on top of the first page, the present bearer of an
 * identifier before a former one; the rest is in the order asked for. Filters hold for both.
 * `total` is counted on the first page only, up to 100,000; of a search it is known only when all hits are on that page.
 */
export async function listTasks(actor: PersonActor, query: TaskQuery): Promise<TaskPage> {
  const order = { order: query.sort, direction: query.direction ?? usualDirection[query.sort] };
  const orderName = `${order.order} ${order.direction}`;
  const kinds = sortKeys(order.order, order.direction).map(({ kind }) => kind);
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, orderName, kinds);
  const { words, namedIds } = await readSearch(query.search);
  const filter: TaskFilter = { ...(await readFilter(actor, query)), words };
  const named = await listNamed(filter, namedIds);
  const top = query.cursor === undefined ? named.slice(0, query.limit) : [];
  const room = query.limit - top.length;
  const rest = await listTaskPositions({ filter: { ...filter, exceptIds: named }, ...order, after, limit: room + 1 });
  const shown = rest.slice(0, room);
  const hasMore = rest.length > room;
  const items = await toTasks(await listTaskRows([...top, ...shown.map(({ id }) => id)]));
  const nextCursor = hasMore ? encodeCursor(orderName, shown.at(-1)?.values ?? after) : null;
  const total = query.cursor !== undefined ? undefined : hasMore ? await countTasks(filter) : top.length + shown.length;
  return { items, nextCursor, ...(total === undefined ? {} : { total }) };
}

const usualDirection: Record<TaskSort, Direction> = {
  updated: 'desc',
  created: 'desc',
  identifier: 'asc',
  title: 'asc',
  // Urgent, and due soon, first.
  priority: 'asc',
  due: 'asc',
};

async function readFilter(actor: PersonActor, query: TaskQuery): Promise<TaskFilter> {
  return {
    projectIds: query.projectId,
    statuses: query.status,
    source: query.source,
    sourceState: query.sourceState === 'all' ? undefined : query.sourceState,
    stateNames: query.state,
    assignees: query.assignee?.map((assignee) => readAssignee(actor, assignee)),
    labelKeys: query.label?.map(labelKey),
    ids: query.identifier === undefined ? undefined : await listTaskIdsByIdentifier([query.identifier.toUpperCase()]),
  };
}

function readAssignee(actor: PersonActor, assignee: string): string | null {
  if (assignee === 'none') return null;
  return (assignee === 'me' ? actor.email : assignee).toLowerCase();
}

/** Those of the named tasks that the filters let through, still the best first. */
async function listNamed(filter: TaskFilter, namedIds: string[]): Promise<string[]> {
  if (namedIds.length === 0) return [];
  const ids = filter.ids === undefined ? namedIds : namedIds.filter((id) => filter.ids?.includes(id));
  const found = await listTaskPositions({
    filter: { ...filter, ids },
    order: 'updated',
    direction: 'desc',
    after: null,
    limit: namedIds.length,
  });
  const matching = new Set(found.map(({ id }) => id));
  return ids.filter((id) => matching.has(id));
}

async function countTasks(filter: TaskFilter): Promise<number | undefined> {
  if (filter.words?.length) return undefined;
  const count = await getTaskCount(filter, countedUpTo);
  return count > countedUpTo ? undefined : count;
}
