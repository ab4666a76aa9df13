'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { TimeInput } from '@/app/(signed-in)/_entries/time-input';
import type { Stretch } from '@/lib/time/day-line';
import { localTime } from '@/lib/time/local-day';
import { type ShownDraft, stretchOf, trimDraft } from './draft-choices';
import { draftTimes, focusDraft, focusDraftTrim } from './draft-words';
import { trimmedSpan } from './trimmed-span';

type DraftTrimProps = { draft: ShownDraft; timeZone: string; onDone: () => void };

/** Makes a draft shorter at either end. Enter keeps it, Escape leaves it as it was. */
export function DraftTrim({ draft, timeZone, onDone }: DraftTrimProps) {
  const clock = (at: number) => localTime(new Date(at), timeZone);
  const whole = stretchOf(draft);
  const [from, setFrom] = useState(clock(draft.start));
  const [to, setTo] = useState(clock(draft.end));
  const trimmed = trimmedSpan({ from, to }, whole, timeZone);

  function keep(stretch: Stretch) {
    trimDraft(draft, stretch);
    onDone();
    focusDraft(draft.id);
  }
  function leave() {
    onDone();
    focusDraftTrim(draft.id);
  }
  return (
    <form
      noValidate
      aria-label={`Trim ${draft.task.name}`}
      className="flex flex-wrap items-end gap-3 px-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) keep(trimmed);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
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
      <Button variant="ghost" onClick={leave}>
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
