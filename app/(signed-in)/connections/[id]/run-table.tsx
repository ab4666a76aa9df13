'use client';

import { Table, TableHead, Th } from '@/app/_ui/table';
import { countWords } from '@/app/(signed-in)/connections/run-words';
import type { Run } from '@/lib/contracts/run';
import { RunRow } from './run-row';
import { shownCounts } from './shown-counts';

type RunTableProps = {
  runs: readonly Run[];
  openRunId: string | null;
  onOpen: (runId: string | null) => void;
};

export function RunTable({ runs, openRunId, onOpen }: RunTableProps) {
  return (
    <Table label="Runs">
      <TableHead>
        <Th className="pl-9">Run</Th>
        <Th>Status</Th>
        <Th numeric className="max-sm:hidden">
          Took
        </Th>
        {shownCounts.map((key) => (
          <Th key={key} numeric className="px-2 max-lg:hidden">
            {countWords[key]}
          </Th>
        ))}
      </TableHead>
      <tbody>
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            isOpen={run.id === openRunId}
            onToggle={() => onOpen(run.id === openRunId ? null : run.id)}
          />
        ))}
      </tbody>
    </Table>
  );
}
