import { statusNames } from '@/app/(signed-in)/tasks/task-words';
import type { Task } from '@/lib/contracts/task';

/** What a state of Linear's means here, where its name does not say it already. */
export function CountsAs({ state, status }: Pick<Task, 'state' | 'status'>) {
  const name = statusNames[status];
  if (!state || bare(state.name) === bare(name)) return null;
  return (
    <p
      title="Each state of Linear counts as a status here, for filters and reports. The connection's settings say which."
      className="pb-1 text-muted text-xs"
    >
      Counts as {name}
    </p>
  );
}

/** "Todo" is "To do". */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
