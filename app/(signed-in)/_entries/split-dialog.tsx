'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { ApiError } from '@/lib/browser/api-error';
import { serverNow } from '@/lib/browser/server-clock';
import type { EntrySplitInput, TimeEntry } from '@/lib/contracts/time-entry';
import { formatExactDuration } from '@/lib/time/duration';
import { DurationInput } from './duration-input';
import { entrySeconds } from './entry-span';
import { isRunning } from './entry-words';
import { type Parts, splitAtTime, splitBySeconds } from './split-parts';
import { subjectName } from './subject';
import { TimeInput } from './time-input';
import { useSplitEntry } from './use-split-entry';
import { toastWritten } from './write-time';

type SplitDialogProps = { entry: TimeEntry; onClose: () => void };

/** Makes two of one: at a time of day, or by what the first part keeps. Each field follows the other. */
export function SplitDialog({ entry, onClose }: SplitDialogProps) {
  const formId = useId();
  // Of a running timer, what has run so far; the second part runs on.
  const [seconds] = useState(() => entrySeconds(entry, serverNow()));
  const whole = { ...entry, durationSeconds: seconds };
  const [parts, setParts] = useState<Parts>(() => splitBySeconds(whole, Math.floor(seconds / 2)));
  const [showsProblem, setShowsProblem] = useState(false);
  const { mutate, error, isPending } = useSplitEntry(entry);
  const isTimed = entry.startedAt !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setShowsProblem(true);
    if (parts.seconds === null) return;
    const input: EntrySplitInput =
      parts.at === null ? { seconds: parts.seconds } : { at: new Date(parts.at).toISOString() };
    mutate(input, {
      onSuccess: (answer) => {
        onClose();
        toastWritten(answer, 'Time entry split.');
      },
    });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Split time entry"
      description={subjectName(entry)}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending}>
            Split
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <div className="grid grid-cols-2 items-start gap-3">
          {isTimed && (
            <Field label="Split at" error={showsProblem && parts.typed === 'time' ? parts.problem : undefined}>
              <TimeInput
                value={parts.time}
                onChange={(text) => setParts(splitAtTime(whole, text))}
                className="figures"
              />
            </Field>
          )}
          <Field label="First part keeps" error={showsProblem && parts.typed === 'kept' ? parts.problem : undefined}>
            <DurationInput
              value={parts.kept}
              onChange={(text) => setParts(splitBySeconds(whole, text))}
              className="figures"
            />
          </Field>
        </div>
        {parts.seconds !== null && (
          <p role="status" className="figures text-muted text-sm">
            {formatExactDuration(parts.seconds)} and{' '}
            {isRunning(entry) ? 'the rest, which runs on' : formatExactDuration(seconds - parts.seconds)}
          </p>
        )}
        <FormError message={error ? messageOf(error) : undefined} />
      </form>
    </Dialog>
  );
}

function messageOf(error: Error): string {
  const [first] = error instanceof ApiError ? Object.values(error.fieldErrors) : [];
  return first ?? error.message;
}
