'use client';

import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import type { IssueConflict, TeamOptions } from '@/lib/contracts/linear-write';
import { fieldNames, isIssueField, valueWords } from './issue-values';

type ConflictDialogProps = {
  conflicts: readonly IssueConflict[] | null;
  options: TeamOptions | undefined;
  onMine: () => void;
  onTheirs: () => void;
  /** Closed without a choice: what was typed is kept. */
  onClose: () => void;
};

/** Somebody changed the same at Linear: both values, and the person chooses. */
export function ConflictDialog({ conflicts, options, onMine, onTheirs, onClose }: ConflictDialogProps) {
  return (
    <Dialog
      open={conflicts !== null}
      onOpenChange={onClose}
      title="Changed at Linear meanwhile"
      description="Nothing was written. Which one should it be?"
      size="sm"
      footer={
        <>
          <Button onClick={onTheirs}>Keep Linear's</Button>
          <Button variant="primary" onClick={onMine}>
            Use mine
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {conflicts?.map((conflict) => (
          <Conflict key={conflict.field} conflict={conflict} options={options} />
        ))}
      </div>
    </Dialog>
  );
}

function Conflict({
  conflict: { field, theirs, yours },
  options,
}: {
  conflict: IssueConflict;
  options: TeamOptions | undefined;
}) {
  if (!isIssueField(field)) return null;
  return (
    <section aria-label={fieldNames[field]}>
      <h3 className="mb-1 font-medium text-ink text-sm">{fieldNames[field]}</h3>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">Linear has</dt>
        <dd className={value}>{valueWords(field, theirs, options)}</dd>
        <dt className="text-muted">You chose</dt>
        <dd className={value}>{valueWords(field, yours, options)}</dd>
      </dl>
    </section>
  );
}

const value = 'max-h-40 overflow-y-auto whitespace-pre-wrap text-ink [overflow-wrap:anywhere]';
