'use client';

import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { reviewWords } from './entry-words';
import { useIsReadOnly } from './use-is-read-only';
import { useReviewed } from './use-reviewed';

type ReviewNoticeProps = {
  entry: TimeEntry;
  /** Left out where its fields are at hand already. */
  onFix?: (() => void) | undefined;
  className?: string | undefined;
};

/** Trackline ended it by itself, and nobody has looked at it yet. */
export function ReviewNotice({ entry, onFix, className }: ReviewNoticeProps) {
  const isReadOnly = useIsReadOnly(entry);
  const { markReviewed, isReviewed, isPending } = useReviewed(entry);
  if (isReviewed) return null;
  return (
    <Callout
      tone="warning"
      className={className}
      action={
        !isReadOnly && (
          <>
            {onFix && (
              <Button size="sm" onClick={onFix}>
                Fix
              </Button>
            )}
            <Button size="sm" loading={isPending} onClick={markReviewed}>
              It is right
            </Button>
          </>
        )
      }
    >
      {reviewWords(entry)}
    </Callout>
  );
}
