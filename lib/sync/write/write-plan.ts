import type { IssueChange, IssueField, IssueFields } from '@/lib/contracts/linear-write';
import type { FieldConflict } from '@/lib/errors/app-error';
import type { LiveIssue } from '@/lib/linear/live-issue';
import type { IssueUpdate } from '@/lib/linear/mutations';
import { sameSet, sameText } from '@/lib/linear/mutations-look-up';

export function fieldsOf({ issue, description }: Pick<LiveIssue, 'issue' | 'description'>): IssueFields {
  return {
    title: issue.title,
    description,
    stateId: issue.state.id,
    assigneeId: issue.assignee?.id ?? null,
    priority: Math.round(issue.priority),
    estimate: issue.estimate,
    dueDate: issue.dueDate,
    cycleId: issue.cycle?.id ?? null,
    labelIds: issue.labels.map(({ id }) => id),
  };
}

/** Where Linear has neither what the person saw nor what they want. */
export function findConflicts({ set = {}, base = {} }: IssueChange, now: IssueFields): FieldConflict[] {
  return fieldNames(set).flatMap((field) => {
    const [shown, theirs, yours] = [base[field], now[field], set[field]];
    if (shown === undefined || isSame(field, shown, theirs) || isSame(field, yours, theirs)) return [];
    return [{ field, shown, theirs, yours }];
  });
}

/** What has to be sent: only what is not so already. Labels go one by one, so that nobody else's is lost on the way. */
export function planUpdate(
  { set = {}, addLabelIds = [], removeLabelIds = [] }: IssueChange,
  now: IssueFields,
): IssueUpdate {
  const { labelIds = now.labelIds, ...plain } = set;
  const wanted = new Set([...labelIds, ...addLabelIds].filter((id) => !removeLabelIds.includes(id)));
  const addedLabelIds = [...wanted].filter((id) => !now.labelIds.includes(id));
  const removedLabelIds = now.labelIds.filter((id) => !wanted.has(id));
  const changed = fieldNames(plain).filter((field) => !isSame(field, set[field], now[field]));
  return {
    ...Object.fromEntries(changed.map((field) => [field, set[field]])),
    ...(addedLabelIds.length > 0 ? { addedLabelIds } : {}),
    ...(removedLabelIds.length > 0 ? { removedLabelIds } : {}),
  };
}

function fieldNames(fields: Given): IssueField[] {
  return (Object.keys(fields) as IssueField[]).filter((field) => fields[field] !== undefined);
}

type Given = { [F in IssueField]?: IssueFields[F] | undefined };

function isSame(field: IssueField, a: unknown, b: unknown): boolean {
  if (field === 'labelIds') return sameSet(a as string[], b as string[]);
  if (field === 'description') return sameText(a as string | null, b as string | null);
  return a === b;
}
