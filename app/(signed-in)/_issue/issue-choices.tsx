import { Avatar } from '@/app/_ui/avatar';
import { ColorDot } from '@/app/_ui/color-dot';
import { formatDay } from '@/app/_ui/format-time';
import type { ComboboxOption } from '@/app/_ui/option-list';
import { PriorityIcon } from '@/app/(signed-in)/tasks/priority-icon';
import { StateIcon } from '@/app/(signed-in)/tasks/state-icon';
import { priorityNames } from '@/app/(signed-in)/tasks/task-words';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import { cycleWords } from './issue-values';

/** Stands for null: an empty value cannot be chosen from a list. */
export const none = 'none';

/** In the order of Linear's own menu: by kind, then by position. */
const stateOrder = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled', 'duplicate'];

export function stateChoices({ states }: TeamOptions): ComboboxOption[] {
  const rank = (type: string) => stateOrder.indexOf(type);
  return states
    .toSorted((a, b) => rank(a.type) - rank(b.type) || a.position - b.position)
    .map(({ id, name, type, color }) => ({
      value: id,
      label: name,
      icon: <StateIcon type={type} color={color} />,
    }));
}

/** Oneself first, then nobody. */
export function assigneeChoices({ users }: TeamOptions, me: string): ComboboxOption[] {
  const choice = ({ id, name, email }: TeamOptions['users'][number]): ComboboxOption => ({
    value: id,
    label: name,
    hint: email.toLowerCase() === me.toLowerCase() ? 'you' : undefined,
    icon: <Avatar name={name} size="sm" />,
  });
  const isMe = ({ email }: { email: string }) => email.toLowerCase() === me.toLowerCase();
  const others = users.filter((user) => !isMe(user)).toSorted((a, b) => a.name.localeCompare(b.name));
  return [...users.filter(isMe).map(choice), { value: none, label: 'No assignee' }, ...others.map(choice)];
}

export const priorityChoices: ComboboxOption[] = priorityNames.map((label, priority) => ({
  value: String(priority),
  label,
  icon: <PriorityIcon priority={priority} isNamed />,
}));

/** Labels that can be put on an issue: a group itself cannot. */
export function labelChoices({ labels }: TeamOptions): ComboboxOption[] {
  return labels
    .filter(({ isGroup }) => !isGroup)
    .toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.name.localeCompare(b.name))
    .map(({ id, name, color, group }) => ({
      value: id,
      label: name,
      hint: group ?? undefined,
      icon: <ColorDot color={color} />,
    }));
}

/** A group allows one of its labels: choosing another takes the first away. */
export function toggledLabel(
  { labels }: TeamOptions,
  on: readonly string[],
  labelId: string,
): { addLabelIds: string[]; removeLabelIds: string[] } {
  if (on.includes(labelId)) return { addLabelIds: [], removeLabelIds: [labelId] };
  const group = labels.find(({ id }) => id === labelId)?.group ?? null;
  const ofGroup = labels.filter((label) => group !== null && label.group === group && on.includes(label.id));
  return { addLabelIds: [labelId], removeLabelIds: ofGroup.map(({ id }) => id) };
}

export function cycleChoices({ cycles }: TeamOptions): ComboboxOption[] {
  const day = (at: string) => formatDay(Date.parse(at), Date.now(), 'UTC');
  const coming = cycles.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return [
    { value: none, label: 'No cycle' },
    ...coming.map((cycle) => ({
      value: cycle.id,
      label: cycleWords(cycle),
      hint: `${day(cycle.startsAt)} to ${day(cycle.endsAt)}`,
    })),
  ];
}

const scales: Record<string, readonly number[]> = {
  exponential: [1, 2, 4, 8, 16, 32, 64],
  fibonacci: [1, 2, 3, 5, 8, 13, 21],
  linear: [1, 2, 3, 4, 5, 6, 7],
  tShirt: [1, 2, 3, 5, 8, 13, 21],
};
const sizes: Record<number, string> = { 1: 'XS', 2: 'S', 3: 'M', 5: 'L', 8: 'XL', 13: 'XXL', 21: 'XXXL' };

/** The points of the team's own scale, and the one that stands there. */
export function estimateChoices({ estimation }: TeamOptions, now: number | null): ComboboxOption[] {
  const scale = scales[estimation.type] ?? [];
  const all = new Set([...(estimation.allowZero ? [0] : []), ...scale, ...(now === null ? [] : [now])]);
  return [
    { value: none, label: 'No estimate' },
    ...[...all]
      .toSorted((a, b) => a - b)
      .map((points) => ({
        value: String(points),
        label: points === 1 ? '1 point' : `${points} points`,
        hint: estimation.type === 'tShirt' ? sizes[points] : undefined,
      })),
  ];
}
