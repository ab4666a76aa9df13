import { Avatar } from '@/app/_ui/avatar';
import { LabelPill } from '@/app/(signed-in)/tasks/label-pill';
import type { Task } from '@/lib/contracts/task';

export function Person({ name, email }: { name: string; email: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5" title={email}>
      <Avatar name={name} size="sm" />
      <span className="truncate">{name}</span>
    </span>
  );
}

/** Linear allows hundreds: past a handful they scroll by themselves. */
export function Labels({ labels }: Pick<Task, 'labels'>) {
  return (
    <ul
      // It can scroll then, so the keyboard must be able to reach it.
      tabIndex={labels.length > 20 ? 0 : undefined}
      aria-label="Labels"
      className="flex max-h-40 flex-wrap gap-1 overflow-y-auto py-1"
    >
      {labels.map(({ name, color }) => (
        <li key={name} className="min-w-0">
          <LabelPill name={name} color={color} />
        </li>
      ))}
    </ul>
  );
}

export function None() {
  return <span className="text-faint">None</span>;
}
