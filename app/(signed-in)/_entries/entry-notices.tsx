'use client';

import { Callout } from '@/app/_ui/callout';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useInstallation } from '@/app/(signed-in)/_money/use-installation';
import { formatShortDay } from './day-words';
import { timeRange } from './entry-words';
import { ReviewNotice } from './review-notice';
import { subjectName } from './subject';
import type { EntryFormState } from './use-entry-form';
import { useOverlaps } from './use-overlaps';

type EntryNoticesProps = { state: EntryFormState; isReadOnly: boolean };

/** What the person should know before they save. */
export function EntryNotices({ state, isReadOnly }: EntryNoticesProps) {
  return (
    <>
      <Locked state={state} isReadOnly={isReadOnly} />
      {state.entry?.review && !isReadOnly && <ReviewNotice entry={state.entry} />}
    </>
  );
}

function Locked({ state: { form, entry }, isReadOnly }: EntryNoticesProps) {
  const { role } = usePerson();
  const lockBefore = useInstallation().data?.lockBefore;
  const on = form.watch('on');
  const isLocked = isReadOnly || entry?.isLocked || (lockBefore && on !== '' && on < lockBefore);
  if (!isLocked) return null;
  const days = lockBefore ? `Days before ${formatShortDay(lockBefore)} are locked.` : 'This day is locked.';
  return (
    <Callout tone={role === 'admin' ? 'info' : 'warning'} live>
      {days} {role === 'admin' ? 'You can change them, because you are an admin.' : 'Ask an admin to make a change.'}
    </Callout>
  );
}

const shownOverlaps = 3;

/** With what the typed time shares some. */
export function OverlapNotice({ state }: { state: EntryFormState }) {
  const overlaps = useOverlaps(state);
  const isRefused = useInstallation().data?.overlaps === 'refuse';
  if (overlaps.length === 0) return null;
  const rest = overlaps.length - shownOverlaps;
  return (
    <Callout
      tone="warning"
      live
      title={isRefused ? 'Overlapping time cannot be saved.' : 'This overlaps with other time.'}
    >
      <ul className="mt-0.5">
        {overlaps.slice(0, shownOverlaps).map((entry) => (
          <li key={entry.id} className="figures truncate">
            {timeRange(entry)}, {subjectName(entry)}
          </li>
        ))}
        {rest > 0 && <li>and {rest} more</li>}
      </ul>
    </Callout>
  );
}
