'use client';

import { ChevronRight, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { ErrorState } from '@/app/_ui/error-state';
import { IconButton } from '@/app/_ui/icon-button';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { toastUndo } from '@/app/_ui/toast-undo';
import { formatShortDay } from '@/app/(signed-in)/_entries/day-words';
import type { Drafts } from '@/lib/contracts/draft';
import { formatDuration } from '@/lib/time/format-duration';
import type { Day } from '@/lib/time/local-day';
import { dropDrafts, type ShownDraft, showDroppedAgain } from './draft-choices';
import { DraftList } from './draft-list';
import { NoDrafts } from './draft-none';
import { draftCount } from './draft-words';
import { useAcceptDrafts } from './use-accept-drafts';
import { useDrafts } from './use-drafts';

type DraftPanelProps = {
  on: Day;
  /** Why nothing can be added to the day. */
  closed: string | null;
  onShow: (day: Day) => void;
  onClose: () => void;
};

/** What Linear's history suggests for the hours of a day that are not logged. */
export function DraftPanel({ on, closed, onShow, onClose }: DraftPanelProps) {
  const { data, drafts, error, isFetching, refetch, droppedCount } = useDrafts({ on, isOn: true });
  const heading = useRef<HTMLHeadingElement>(null);
  const { accept, savingIds } = useAcceptDrafts();
  const shown = drafts.filter((draft) => draft.on === on);
  const later = drafts.filter((draft) => draft.on > on);
  const others = later.length > 0 ? later : drafts.filter((draft) => draft.on < on);
  const focusHeading = () => heading.current?.focus();

  function dropAll() {
    const bringBack = dropDrafts(shown);
    toastUndo(shown.length === 1 ? 'Draft dropped.' : `${draftCount(shown.length)} dropped.`, () => bringBack());
    focusHeading();
  }
  return (
    <section aria-labelledby="drafts" className="mb-4 rounded-md border border-line-strong border-dashed">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b border-dashed px-3 py-1.5">
        <h3
          id="drafts"
          ref={heading}
          tabIndex={-1}
          className="mr-auto font-medium text-ink text-sm max-sm:basis-[calc(100%-4rem)]"
        >
          Drafts from Linear{' '}
          {shown.length > 0 && (
            <span className="figures ml-1 font-normal text-muted">{formatDuration(totalOf(shown))}, not saved</span>
          )}
        </h3>
        {shown.length > 0 && (
          <>
            <Button
              size="sm"
              className="max-sm:order-1"
              loading={shown.every(({ id }) => savingIds.has(id))}
              onClick={() => {
                accept(shown);
                focusHeading();
              }}
            >
              Accept all
            </Button>
            <Button size="sm" variant="ghost" onClick={dropAll} className="max-sm:order-1">
              Drop all
            </Button>
          </>
        )}
        <IconButton label="Close the drafts" icon={<X aria-hidden />} size="sm" onClick={onClose} />
      </header>
      {data ? (
        <>
          <Notes drafts={data} />
          {shown.length > 0 ? (
            <DraftList
              drafts={shown}
              timeZone={data.timeZone}
              savingIds={savingIds}
              onAccept={accept}
              onEmptied={focusHeading}
            />
          ) : (
            <NoDrafts on={on} drafts={data} closed={closed} hasDropped={data.items.some((draft) => draft.on === on)} />
          )}
          <Foot others={others} droppedCount={droppedCount} onShow={onShow} />
        </>
      ) : error ? (
        <ErrorState
          title="The history of Linear could not be read."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
          className="py-6"
        />
      ) : (
        <SkeletonRows rows={2} label="Reading the history of Linear" />
      )}
    </section>
  );
}

function totalOf(drafts: readonly ShownDraft[]): number {
  return drafts.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
}

function Notes({ drafts: { troubles, isPartial } }: { drafts: Drafts }) {
  return (
    <>
      {troubles.map(({ connection, message, hint }) => (
        <Callout key={connection} tone="warning" title={`${connection} could not be read.`} className="m-2">
          {message} {hint}
        </Callout>
      ))}
      {isPartial && (
        <Callout className="m-2">
          So much happened in this week that not all of it was read. Drafts may be missing.
        </Callout>
      )}
    </>
  );
}

type FootProps = { others: readonly ShownDraft[]; droppedCount: number; onShow: (day: Day) => void };

function Foot({ others, droppedCount, onShow }: FootProps) {
  const next = others[0]?.on;
  if (next === undefined && droppedCount === 0) return null;
  const onNext = others.filter(({ on }) => on === next).length;
  return (
    <p className="flex flex-wrap items-center gap-2 border-line border-t border-dashed px-3 py-1.5">
      {next !== undefined && (
        <Button size="sm" variant="ghost" onClick={() => onShow(next)}>
          {draftCount(onNext)} on {formatShortDay(next)}
          <ChevronRight aria-hidden />
        </Button>
      )}
      {droppedCount > 0 && (
        <Button size="sm" variant="ghost" onClick={showDroppedAgain}>
          Show {droppedCount} dropped again
        </Button>
      )}
    </p>
  );
}
