import { Archive, CircleDashed, CircleDot, Folder, Tag, Unplug, UserRound } from 'lucide-react';
import { Avatar } from '@/app/_ui/avatar';
import { ColorDot } from '@/app/_ui/color-dot';
import type { FilterField } from '@/app/_ui/filter-field';
import type { ComboboxOption } from '@/app/_ui/option-list';
import type { Project } from '@/lib/contracts/project';
import type { TaskFacets } from '@/lib/contracts/task';
import { sourceStates, sources, taskStatuses } from '@/lib/contracts/values';
import { StateIcon, StatusIcon } from './state-icon';
import type { TaskFilters } from './task-filters';
import { sourceNames, sourceStateNames, statusNames } from './task-words';

export type TaskFilterField = FilterField<'project' | 'status' | 'state' | 'assignee' | 'label' | 'source' | 'show'>;

type Offer = { facets: TaskFacets | undefined; projects: readonly Project[]; me: string };

export function filterFields(filters: TaskFilters, { facets, projects, me }: Offer): TaskFilterField[] {
  const many = { isMultiple: true };
  const one = { isMultiple: false };
  return [
    { ...many, ...names.project, value: filters.project, options: projects.map(projectOption) },
    { ...many, ...names.status, value: filters.status, options: statusOptions },
    { ...many, ...names.state, value: filters.state, options: (facets?.states ?? []).map(stateOption) },
    { ...many, ...names.assignee, value: filters.assignee, options: assigneeOptions(facets, me) },
    { ...many, ...names.label, value: filters.label, options: (facets?.labels ?? []).map(labelOption) },
    { ...one, ...names.source, value: filters.source ? [filters.source] : [], options: sourceOptions },
    { ...one, ...names.show, value: filters.show === 'live' ? [] : [filters.show], options: showOptions },
  ];
}

const names = {
  project: { id: 'project', label: 'Project', icon: <Folder aria-hidden /> },
  status: { id: 'status', label: 'Status', icon: <CircleDot aria-hidden /> },
  state: { id: 'state', label: 'Linear state', icon: <CircleDashed aria-hidden /> },
  assignee: { id: 'assignee', label: 'Assignee', icon: <UserRound aria-hidden /> },
  label: { id: 'label', label: 'Label', icon: <Tag aria-hidden /> },
  source: { id: 'source', label: 'Source', icon: <Unplug aria-hidden /> },
  show: { id: 'show', label: 'Archive', icon: <Archive aria-hidden /> },
} as const;

const statusOptions: ComboboxOption[] = taskStatuses.map((status) => ({
  value: status,
  label: statusNames[status],
  icon: <StatusIcon status={status} />,
}));
const sourceOptions: ComboboxOption[] = sources.map((value) => ({ value, label: sourceNames[value] }));
const showOptions: ComboboxOption[] = [
  ...sourceStates.filter((value) => value !== 'live').map((value) => ({ value, label: sourceStateNames[value] })),
  { value: 'all', label: 'Everything' },
];

function projectOption({ id, name, color, key }: Project): ComboboxOption {
  return { value: id, label: name, hint: key ?? undefined, icon: <ColorDot color={color} /> };
}

function stateOption({ name, type, color }: TaskFacets['states'][number]): ComboboxOption {
  return { value: name, label: name, icon: <StateIcon type={type} color={color} /> };
}

function labelOption({ name, color }: TaskFacets['labels'][number]): ComboboxOption {
  return { value: name, label: name, icon: <ColorDot color={color} /> };
}

function assigneeOptions(facets: TaskFacets | undefined, me: string): ComboboxOption[] {
  const people = (facets?.assignees ?? []).map(({ name, email }) => ({
    value: email,
    label: name,
    hint: email,
    icon: <Avatar name={name} size="sm" />,
  }));
  return [{ value: 'me', label: 'Me', hint: me }, { value: 'none', label: 'No assignee' }, ...people];
}
