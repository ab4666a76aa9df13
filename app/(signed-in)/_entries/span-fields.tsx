'use client';

import { useState } from 'react';
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
import { TimeInput } from './time-input';
import { typedDuration, typedSpan } from './typed-span';
import type { EntryFormState } from './use-entry-form';

type SpanFieldsProps = { state: EntryFormState; isReadOnly: boolean };

/** By start and end, where the duration follows and can be typed as well; or a day and a duration. */
export function SpanFields({ state, isReadOnly }: SpanFieldsProps) {
  const { form } = state;
  const { errors } = form.formState;
  const kind = form.watch('kind');
  return (
    <div className="flex flex-col gap-2">
      {kind !== 'running' && !isReadOnly && <KindSwitch value={kind} onChange={(next) => changeKind(state, next)} />}
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[minmax(9rem,1.4fr)_1fr_1fr_1fr]">
        <Field label="Day" error={errors.on?.message} className={kind === 'span' ? 'max-sm:col-span-2' : ''}>
          <Input type="date" {...form.register('on')} disabled={isReadOnly || kind === 'running'} />
        </Field>
        {kind !== 'duration' && <Clock state={state} name="startedAt" label="Start" isReadOnly={isReadOnly} />}
        {kind === 'span' && <Clock state={state} name="endedAt" label="End" isReadOnly={isReadOnly} />}
        {kind === 'span' && <SpanDuration state={state} isReadOnly={isReadOnly} />}
        {kind === 'duration' && <Duration state={state} isReadOnly={isReadOnly} />}
      </div>
      <SpanHint state={state} />
    </div>
  );
}

/** What is known already comes along: an entry of an hour and a half stays so. */
function changeKind({ form, entry, timeZone }: EntryFormState, kind: EntryKind) {
  const seconds = typedDuration(form.getValues(), entry, timeZone);
  form.setValue('kind', kind, { shouldDirty: true });
  form.clearErrors(['startedAt', 'endedAt', 'durationSeconds']);
  if (seconds === null) return;
  if (kind === 'duration') form.setValue('durationSeconds', formatExactDuration(seconds), { shouldDirty: true });
  else if (form.getValues('startedAt') !== '') setEnd({ form, entry, timeZone }, seconds);
}

type FormParts = Pick<EntryFormState, 'form' | 'entry' | 'timeZone'>;

function setEnd({ form, entry, timeZone }: FormParts, seconds: number) {
  const start = typedSpan({ ...form.getValues(), kind: 'running' }, entry, timeZone)?.start;
  if (!start) return;
  const end = exactWallTime(new Date(start.getTime() + seconds * 1000), timeZone);
  form.setValue('endedAt', end, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
}

type ClockProps = SpanFieldsProps & { name: 'startedAt' | 'endedAt'; label: string };

function Clock({ state: { form }, name, label, isReadOnly }: ClockProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} error={fieldState.error?.message}>
          <TimeInput
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            name={name}
            disabled={isReadOnly}
            placeholder={name === 'startedAt' ? '9:00' : '10:30'}
            className="figures"
          />
        </Field>
      )}
    />
  );
}

function Duration({ state, isReadOnly }: SpanFieldsProps) {
  const { form } = state;
  return (
    <Controller
      control={form.control}
      name="durationSeconds"
      render={({ field, fieldState }) => (
        <Field label="Duration" error={fieldState.error?.message}>
          <DurationInput
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            name={field.name}
            disabled={isReadOnly}
            className="figures"
          />
        </Field>
      )}
    />
  );
}

/** Follows start and end; typed into, it moves the end. */
function SpanDuration({ state, isReadOnly }: SpanFieldsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const seconds = typedDuration(state.form.watch(), state.entry, state.timeZone);
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
function SpanHint({ state: { form, entry, timeZone } }: Pick<SpanFieldsProps, 'state'>) {
  const own = usePerson().timeZone;
  const fields = form.watch();
  const end = typedSpan(fields, entry, timeZone)?.end;
  const endsOn = end ? localDay(end, timeZone) : fields.on;
  const isElsewhere = timeZone !== own && fields.kind !== 'duration';
  return (
    <p role="status" className="text-muted text-xs empty:hidden">
      {endsOn !== fields.on && `Ends on ${formatShortDay(endsOn)}. `}
      {isElsewhere && `Times are in ${timeZone}, where this was tracked.`}
    </p>
  );
}
