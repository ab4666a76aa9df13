'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { TimeInput } from '@/app/(signed-in)/_entries/time-input';
import type { Stretch } from '@/lib/time/day-line';
import { localTime } from '@/lib/time/local-day';
import { nextWallTime, parseClock } from '@/lib/time/wall-span';
import { type ShownDraft, stretchOf, trimDraft } from './draft-choices';
import { draftTimes, focusDraft } from './draft-words';

type DraftTrimProps = { draft: ShownDraft; timeZone: string; onDone: () => void };

/** Makes a draft shorter at either end. Enter keeps it, Escape leaves it as it was. */
export function DraftTrim({ draft, timeZone, onDone }: DraftTrimProps) {
  const clock = (at: number) => localTime(new Date(at), timeZone);
  const whole = stretchOf(draft);
  const [from, setFrom] = useState(clock(draft.start));
  const [to, setTo] = useState(clock(draft.end));
  const trimmed = trimmedSpan({ from, to }, whole, timeZone);

  function close(stretch: Stretch | null) {
    if (stretch !== null) trimDraft(draft, stretch);
    onDone();
    focusDraft(draft.id);
  }
  return (
    <form
      noValidate
      aria-label={`Trim ${draft.task.name}`}
      className="flex flex-wrap items-end gap-3 px-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) close(trimmed);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close(null);
      }}
    >
      <Field label="Start">
        <TimeInput value={from} onChange={setFrom} autoFocus className="figures w-24" />
      </Field>
      <Field label="End">
        <TimeInput value={to} onChange={setTo} className="figures w-24" />
      </Field>
      <Button type="submit" aria-disabled={trimmed === null}>
        Keep
      </Button>
      <Button variant="ghost" onClick={() => close(null)}>
        Cancel
      </Button>
      {trimmed === null && (
        <p role="alert" className="basis-full text-danger text-xs">
          Choose times from {draftTimes(whole, timeZone)}.
        </p>
      )}
    </form>
  );
}

/** Null where the fields mean nothing, or something outside of the draft. */
export function trimmedSpan(fields: { from: string; to: string }, whole: Stretch, timeZone: string): Stretch | null {
  const start = instantIn(fields.from, whole, timeZone);
  const end = instantIn(fields.to, whole, timeZone);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** The first time from the start of the draft on at which the clock shows it. */
function instantIn(typed: string, { start, end }: Stretch, timeZone: string): number | null {
  const time = parseClock(typed);
  if (time === null) return null;
  // An end that the clock shows twice in a night is the one that the draft ends with.
  if (time === localTime(new Date(end), timeZone)) return end;
  const at = nextWallTime(new Date(start - 1), time, timeZone).getTime();
  return at <= end ? at : null;
}
