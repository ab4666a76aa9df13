import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';
import { isActive } from './run-words';

/** A run that has ended stays so, whatever older answer comes after it: no more events would mend it. */
export function storeRun(queryClient: QueryClient, run: Run): void {
  queryClient.setQueryData<Run>(keys.runs.detail(run.id), (known) =>
    known && !isActive(known) && isActive(run) ? known : run,
  );
}
