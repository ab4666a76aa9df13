import type { IssueChange, IssueField, IssueFields, TeamOptions } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { cycleWords } from './issue-values';

type IssueView = Pick<Task, 'state' | 'assignee' | 'priority' | 'estimate' | 'dueDate' | 'labels'> & {
  cycle: string | null;
};

export function touchedFields({ set = {}, addLabelIds = [], removeLabelIds = [] }: IssueChange): IssueField[] {
  const plain = Object.keys(set) as IssueField[];
  return addLabelIds.length + removeLabelIds.length > 0 ? [...plain, 'labelIds'] : plain;
}

/** The fields as they will be when everything that is on its way is taken. */
export function fieldsAfter(fields: IssueFields, pending: readonly IssueChange[]): IssueFields {
  const after = { ...fields };
  for (const { set = {}, addLabelIds = [], removeLabelIds = [] } of pending) {
    Object.assign(after, set);
    after.labelIds = [...new Set([...after.labelIds, ...addLabelIds])].filter((id) => !removeLabelIds.includes(id));
  }
  return after;
}

/** What is shown: the stored task, and over it what was just chosen. */
export function viewAfter(
  shown: IssueView,
  after: IssueFields | undefined,
  pending: readonly IssueChange[],
  options: TeamOptions | undefined,
): IssueView {
  const touched = new Set(pending.flatMap(touchedFields));
  const wish: Partial<IssueFields> = Object.fromEntries(
    Object.entries(after ?? {}).filter(([field]) => touched.has(field as IssueField)),
  );
  const { stateId, assigneeId, priority, estimate, dueDate, labelIds, cycleId } = wish;
  const find = <T extends { id: string }>(list: readonly T[] | undefined, id: string) =>
    list?.find((each) => each.id === id);
  return {
    state: (stateId && find(options?.states, stateId)) || shown.state,
    assignee:
      assigneeId === undefined ? shown.assignee : assigneeId ? (find(options?.users, assigneeId) ?? null) : null,
    priority: priority ?? shown.priority,
    estimate: estimate === undefined ? shown.estimate : estimate,
    dueDate: dueDate === undefined ? shown.dueDate : dueDate,
    labels: labelIds?.flatMap((id) => find(options?.labels, id) ?? []) ?? shown.labels,
    cycle: cycleId === undefined ? shown.cycle : cycleId ? cycleWords(find(options?.cycles, cycleId)) : null,
  };
}
