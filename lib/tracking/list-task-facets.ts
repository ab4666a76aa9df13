import type { PersonActor } from '@/lib/auth/actor';
import type { TaskFacets } from '@/lib/contracts/task';
import { listAssigneesInUse, listLabels, listLabelsLeftBehind, listStatesInUse } from '@/lib/db/task-facets';
import { labelKey } from './search-text';

type Label = TaskFacets['labels'][number];

// As Linear's own boards run from left to right.
const stateTypes = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled', 'duplicate'];
const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** What the filters of the task list can offer, for some projects or for all. */
export async function listTaskFacets(
  _actor: PersonActor,
  query: { projectId?: string[] | undefined },
): Promise<TaskFacets> {
  const [states, assignees, labels, leftBehind] = await Promise.all([
    listStatesInUse(query.projectId),
    listAssigneesInUse(query.projectId),
    listLabels(query.projectId),
    listLabelsLeftBehind(query.projectId),
  ]);
  const all: Label[] = [...labels, ...leftBehind.flatMap((json): Label[] => JSON.parse(json))];
  return {
    states: states.sort((a, b) => rank(a.type) - rank(b.type) || byName.compare(a.name, b.name)),
    assignees: assignees
      .map(({ name, email }) => ({ name: name ?? email, email }))
      .sort((a, b) => byName.compare(a.name, b.name)),
    // The filter knows no case, so neither does the list.
    labels: [...new Map(all.map((label) => [labelKey(label.name), label])).values()].sort((a, b) =>
      byName.compare(a.name, b.name),
    ),
  };
}

function rank(type: string): number {
  const at = stateTypes.indexOf(type);
  return at === -1 ? stateTypes.length : at;
}
