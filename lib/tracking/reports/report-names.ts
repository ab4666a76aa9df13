import type { ReportGroup } from '@/lib/contracts/report';
import { listPersonNames, listProjectColors, listTaskNames } from '@/lib/db/report-names';
import { listLabels, listLabelsLeftBehind } from '@/lib/db/task-facets';
import { labelKey } from '@/lib/tracking/search-text';
import { labelsOfKey } from './report-keys';

export interface RowName {
  label: string;
  color: string | null;
  estimate: number | null;
}

/** What the rows of a group are called, by key; `cycles` are the names that the tasks gave. */
export async function nameRows(
  group: ReportGroup,
  keys: string[],
  cycles: ReadonlyMap<string, string>,
): Promise<(key: string) => RowName> {
  const names = await namesOf(group, keys, cycles);
  return (key) => {
    const name = names(key);
    return {
      label: name?.label ?? (key === '' ? (noneNames[group] ?? '') : key),
      color: null,
      estimate: null,
      ...name,
    };
  };
}

const noneNames: Partial<Record<ReportGroup, string>> = { task: 'No task', label: 'No label', cycle: 'No cycle' };

type Names = (key: string) => Partial<RowName> | undefined;

async function namesOf(group: ReportGroup, keys: string[], cycles: ReadonlyMap<string, string>): Promise<Names> {
  switch (group) {
    case 'project':
    case 'madeInProject': {
      const projects = byId(await listProjectColors());
      return (key) => projects.get(key);
    }
    case 'task': {
      const tasks = byId(await listTaskNames(keys.filter((key) => key !== '')));
      return (key) => tasks.get(key);
    }
    case 'person': {
      const people = byId(await listPersonNames());
      return (key) => people.get(key);
    }
    case 'label': {
      const spellings = await listSpellings();
      return (key) =>
        key === ''
          ? undefined
          : {
              label: labelsOfKey(key)
                .map((label) => spellings.get(label) ?? label)
                .join(', '),
            };
    }
    case 'cycle':
      return (key) => (cycles.has(key) ? { label: cycles.get(key) ?? key } : undefined);
    case 'billable':
      return (key) => ({ label: key === 'true' ? 'Billable' : 'Not billable' });
    default:
      return () => undefined;
  }
}

function byId<T extends { id: string; name: string }>(
  items: T[],
): Map<string, Omit<T, 'id' | 'name'> & { label: string }> {
  return new Map(items.map(({ id, name, ...rest }) => [id, { ...rest, label: name }]));
}

/** Labels as people write them, by how they are stored for filtering. */
async function listSpellings(): Promise<Map<string, string>> {
  const [known, leftBehind] = await Promise.all([listLabels(undefined), listLabelsLeftBehind(undefined)]);
  const all = [...leftBehind.flatMap((json): { name: string }[] => JSON.parse(json)), ...known];
  return new Map(all.map(({ name }) => [labelKey(name), name]));
}
