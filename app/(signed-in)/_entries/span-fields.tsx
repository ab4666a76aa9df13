'use client';

import { useId, useState } from 'react';
import { Controller } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { formatExactDuration, parseDuration } from '@/lib/time/duration';
import { localDay } from '@/lib/time/local-day';
import { formatShortDay } from './day-words';
import { DurationInput } from './duration-input';
import type { EntryKind } from './entry-fields';
import { exactWallTime } from './exact-wall-time';
import { KindSwitch } from './kind-switch';
import { faultProps, type SpanFault, SpanFaults, spanFaults } from './span-faults';
import { TimeInput } from './time-input';
import { typedDuration, typedSpan } from './typed-span';
import type { EntryFormState } from './use-entry-form';

type SpanFieldsProps = { state: EntryFormState; isReadOnly: boolean };

/** By start and end, where the duration follows and can be typed as well; or a day and a duration. */
export function SpanFields({ state, isReadOnly }: SpanFieldsProps) {
  const { form } = state;
  const id = useId();
  const faults = spanFaults(form.formState.errors, id);
  const kind = form.watch('kind');
  const shared = { state, faults, isReadOnly };
  return (
    <div className="flex flex-col gap-2">
      {kind !== 'running' && !isReadOnly && <KindSwitch value={kind} onChange={(next) => changeKind(state, next)} />}
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[minmax(9rem,1.4fr)_1fr_1fr_1fr]">
        <Field label="Day" className={kind === 'span' ? 'max-sm:col-span-2' : ''}>
          <Input
            type="date"
            {...form.register('on')}
            {...faultProps(faults, 'on')}
            disabled={isReadOnly || kind === 'running'}
          />
        </Field>
        {kind !== 'duration' && <Clock {...shared} name="startedAt" label="Start" placeholder="9:00" />}
        {kind === 'span' && <Clock {...shared} name="endedAt" label="End" placeholder="10:30" />}
        {kind === 'span' && <SpanDuration {...shared} />}
        {kind === 'duration' && <Duration {...shared} />}
      </div>
      <SpanFaults faults={faults} />
      <SpanHint state={state} />
    </div>
  );
}

/** What is known already comes along: an entry of an hour and a half stays so. */
function changeKind({ form, stored, timeZone }: EntryFormState, kind: EntryKind) {
  const seconds = typedDuration(form.getValues(), stored, timeZone);
  form.setValue('kind', kind, { shouldDirty: true });
  form.clearErrors(['startedAt', 'endedAt', 'durationSeconds']);
  if (seconds === null) return;
  if (kind === 'duration') form.setValue('durationSeconds', formatExactDuration(seconds), { shouldDirty: true });
  else if (form.getValues('startedAt') !== '') setEnd({ form, stored, timeZone }, seconds);
}

type FormParts = Pick<EntryFormState, 'form' | 'stored' | 'timeZone'>;

function setEnd({ form, stored, timeZone }: FormParts, seconds: number) {
  const start = typedSpan({ ...form.getValues(), kind: 'running' }, stored, timeZone)?.start;
  if (!start) return;
  const end = exactWallTime(new Date(start.getTime() + seconds * 1000), timeZone);
  form.setValue('endedAt', end, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
}

type InputProps = SpanFieldsProps & { faults: readonly SpanFault[] };
type ClockProps = InputProps & { name: 'startedAt' | 'endedAt'; label: string; placeholder: string };

function Clock({ state: { form, entry }, faults, name, label, placeholder, isReadOnly }: ClockProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { value, onChange, onBlur } }) => (
        <Field label={label}>
          <TimeInput
            {...{ value, onChange, onBlur, name, placeholder }}
            {...faultProps(faults, name)}
            // Where Trackline stopped a timer, the end is what to look at.
            autoFocus={name === 'endedAt' && Boolean(entry?.review) && !isReadOnly}
            disabled={isReadOnly}
            className="figures"
          />
        </Field>
      )}
    />
  );
}

function Duration({ state: { form }, faults, isReadOnly }: InputProps) {
  return (
    <Controller
      control={form.control}
      name="durationSeconds"
      render={({ field: { value, onChange, onBlur, name } }) => (
        <Field label="Duration">
          <DurationInput
            {...{ value, onChange, onBlur, name }}
            {...faultProps(faults, name)}
            disabled={isReadOnly}
            className="figures"
          />
        </Field>
      )}
    />
  );
}

/** Follows start and end; typed into, it moves the end. */
function SpanDuration({ state, isReadOnly }: InputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const seconds = typedDuration(state.form.watch(), state.stored, state.timeZone);
  return (
    <Field label="Duration">
      <DurationInput
        value={typed ?? (seconds === null ? '' : formatExactDuration(seconds))}
        onChange={(text) => {
          setTyped(text);
          const wanted = parseDuration(text);
          if (wanted) setEnd(state, wanted);
        }}
        onBlur={() => setTyped(null)}
        disabled={isReadOnly}
        className="figures"
      />
    </Field>
  );
}

/** What the times alone do not say. */
function SpanHint({ state: { form, entry, stored, timeZone } }: Pick<SpanFieldsProps, 'state'>) {
  const own = usePerson().timeZone;
  const fields = form.watch();
  const end = typedSpan(fields, stored, timeZone)?.end;
  const endsOn = end ? localDay(end, timeZone) : fields.on;
  const isElsewhere = (timeZone !== own || (entry === null && fields.userId !== '')) && fields.kind !== 'duration';
  return (
    <p role="status" className="text-muted text-xs empty:hidden">
      {endsOn !== fields.on && `Ends on ${formatShortDay(endsOn)}. `}
      {isElsewhere && `Times are in ${timeZone}.`}
    </p>
  );
}
