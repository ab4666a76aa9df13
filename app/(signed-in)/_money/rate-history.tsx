'use client';

import { Undo2 } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { formatDay } from '@/app/_ui/format-time';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useNow } from '@/app/_ui/use-now';
import type { Rate } from '@/lib/contracts/rate';
import type { Currency } from '@/lib/kit/format-money';
import type { RateSubject } from './rate-subject';
import { RateTable } from './rate-table';
import { insteadOfRate, rateName } from './rate-words';
import { useMoney } from './use-installation';
import { useRates } from './use-rates';
import { useUndoableRemoval } from './use-undoable-removal';

type RateHistoryProps = {
  subject: RateSubject;
  /** Admins remove. */
  canEdit: boolean;
};

/** The rates of one task, project or person, or of the installation, newest first. */
export function RateHistory({ subject, canEdit }: RateHistoryProps) {
  const { kind, subjectId } = subject;
  const money = useMoney();
  const rates = useRates(kind, subjectId);
  const { removed, remove, putBack } = useUndoableRemoval();
  if (rates.isError) {
    return (
      <ErrorState
        title="The rates could not be loaded."
        error={rates.error}
        onRetry={() => rates.refetch()}
        isRetrying={rates.isFetching}
      />
    );
  }
  if (rates.isPending || money === null) return <SkeletonRows rows={2} label="Loading the rates" />;
  return (
    <>
      {rates.data.items.length === 0 ? (
        <EmptyState
          title={kind === 'installation' ? 'No default rate yet.' : 'No rate of its own.'}
          description={insteadOfRate[kind]}
          className="py-8"
        />
      ) : (
        <RateTable subject={subject} rates={rates.data.items} money={money} onRemove={canEdit ? remove : undefined} />
      )}
      {removed && <Removed key={removed.id} rate={removed} money={money} onPutBack={() => putBack(removed)} />}
    </>
  );
}

function Removed({ rate, money, onPutBack }: { rate: Rate; money: Currency; onPutBack: () => void }) {
  const from = formatDay(Date.parse(rate.effectiveFrom), useNow(), 'UTC');
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t px-3 py-2 text-sm">
      <p role="status" className="text-muted">
        Removed “{rateName(rate.amount, rate.kind, money)}” from {from}. Time that has it keeps it.
      </p>
      {/* The button that had the focus is gone with its row. */}
      <Button autoFocus size="sm" onClick={onPutBack}>
        <Undo2 aria-hidden />
        Put back
      </Button>
    </div>
  );
}
