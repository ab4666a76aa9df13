import {
  CircleDollarSign,
  CircleDot,
  Folder,
  FolderKanban,
  Hash,
  IterationCw,
  ListTodo,
  Tag,
  UserRound,
  UserRoundCheck,
  UsersRound,
} from 'lucide-react';
import { Avatar } from '@/app/_ui/avatar';
import type { FilterField } from '@/app/_ui/filter-field';
import type { ComboboxOption } from '@/app/_ui/option-list';
import { statusNames } from '@/app/(signed-in)/tasks/task-words';
import type { ReportOptions } from '@/lib/contracts/report';
import { taskStatuses } from '@/lib/contracts/values';
import type { ReportFilters } from './report-filters';
import { SeriesDot } from './series-dot';

type Offer = {
  options: ReportOptions | undefined;
  /** Those that were found, and those that are chosen. */
  tasks: readonly ComboboxOption[];
  onTypeTask: (text: string) => void;
  seesEveryone: boolean;
};

type FieldId =
  | 'person'
  | 'project'
  | 'task'
  | 'team'
  | 'linearProject'
  | 'cycle'
  | 'label'
  | 'assignee'
  | 'billable'
  | 'status'
  | 'tag';
type Field = FilterField<FieldId>;

export function reportFilterFields(filters: ReportFilters, offer: Offer): Field[] {
  const { options, tasks, onTypeTask, seesEveryone } = offer;
  const many = (id: Exclude<FieldId, 'billable'>, offered: readonly ComboboxOption[]) => ({
    ...names[id],
    id,
    isMultiple: true,
    value: filters[id],
    options: offered,
  });
  const fields: Field[] = [
    many('person', (options?.people ?? []).map(personOption)),
    many('project', (options?.projects ?? []).map(projectOption)),
    { ...many('task', tasks), onType: onTypeTask },
    many('team', (options?.teams ?? []).map(plainOption)),
    many('linearProject', (options?.linearProjects ?? []).map(plainOption)),
    many('cycle', (options?.cycles ?? []).map(plainOption)),
    many('label', (options?.labels ?? []).map(plainOption)),
    many('assignee', assigneeOptions(options)),
    many('status', statusOptions),
    many('tag', (options?.tags ?? []).map(plainOption)),
    {
      ...names.billable,
      id: 'billable',
      isMultiple: false,
      value: filters.billable ? [filters.billable] : [],
      options: billableOptions,
    },
  ];
  return seesEveryone ? fields : fields.filter(({ id }) => id !== 'person');
}

const names = {
  person: { label: 'Person', icon: <UserRound aria-hidden /> },
  project: { label: 'Project', icon: <Folder aria-hidden /> },
  task: { label: 'Task', icon: <ListTodo aria-hidden /> },
  team: { label: 'Team', icon: <UsersRound aria-hidden /> },
  linearProject: { label: 'Linear project', icon: <FolderKanban aria-hidden /> },
  cycle: { label: 'Cycle', icon: <IterationCw aria-hidden /> },
  label: { label: 'Label', icon: <Tag aria-hidden /> },
  assignee: { label: 'Assignee', icon: <UserRoundCheck aria-hidden /> },
  status: { label: 'Status', icon: <CircleDot aria-hidden /> },
  tag: { label: 'Tag', icon: <Hash aria-hidden /> },
  billable: { label: 'Billable', icon: <CircleDollarSign aria-hidden /> },
} as const;

const statusOptions: ComboboxOption[] = taskStatuses.map((value) => ({ value, label: statusNames[value] }));
const billableOptions: ComboboxOption[] = [
  { value: 'true', label: 'Billable' },
  { value: 'false', label: 'Not billable' },
];

type Option = ReportOptions['teams'][number];

function plainOption({ id, name, hint }: Option): ComboboxOption {
  return { value: id, label: name, hint: hint ?? undefined };
}

function personOption(option: Option): ComboboxOption {
  return { ...plainOption(option), icon: <Avatar name={option.name} size="sm" /> };
}

function projectOption(option: ReportOptions['projects'][number]): ComboboxOption {
  return { ...plainOption(option), icon: <SeriesDot color={option.color} /> };
}

function assigneeOptions(options: ReportOptions | undefined): ComboboxOption[] {
  const people = (options?.assignees ?? []).filter(({ id }) => id !== 'none').map(personOption);
  return [{ value: 'none', label: 'No assignee' }, ...people];
}
