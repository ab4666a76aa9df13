'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { formatInstant } from './format-instant';
import { discardTimer, keepTimer, shortName, stopTimer } from './timer-actions';
import { closeTimerDialog, openTimerDialog, useTimerDialog } from './timer-dialog';
import { type StillWorking, useStillWorking } from './use-still-working';
import { useStopAt } from './use-stop-at';

/** Asks about a timer that has run for very long: once by itself, and again from the notice in the top bar. */
export function StillWorkingDialog() {
  const question = useStillWorking();
  const { dialog } = useTimerDialog();
  useAskOnce(question?.askAt ?? null, dialog === null);
  const isOpen = dialog === 'still-working';
  const isAnswered = isOpen && question === null;
  useEffect(() => {
    if (isAnswered) closeTimerDialog();
  }, [isAnswered]);
  return isOpen && question && <Question question={question} />;
}

function Question({ question: { entry, askAt, stopsAt } }: { question: StillWorking }) {
  const timeZone = useTimeZone();
  const stopAt = useStopAt(entry, askAt);
  const act = (action: () => Promise<void>) => () => {
    closeTimerDialog();
    void action();
  };
  const submit = act(() => stopTimer(entry, stopAt.read() ?? undefined));
  return (
    <Dialog
      open
      onOpenChange={closeTimerDialog}
      title={`Still working on ${shortName(entry)}?`}
      description={`The timer has been running since ${formatInstant(entry.startedAt, timeZone)}. If nobody answers by ${formatInstant(stopsAt, timeZone)}, Trackline stops it at ${formatInstant(askAt, timeZone)} and marks it for you to look at.`}
      footer={
        <>
          <Button variant="ghost" className="mr-auto" onClick={act(() => discardTimer(entry))}>
            Discard
          </Button>
          <Button onClick={act(() => stopTimer(entry))}>Stop now</Button>
          {/* Asked out of the blue: a key that was meant for the page changes nothing. */}
          <Button variant="primary" autoFocus onClick={act(() => keepTimer(entry))}>
            Keep running
          </Button>
        </>
      }
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (stopAt.check()) submit();
        }}
      >
        <Field label="Stop at another time" error={stopAt.error} className="flex-1">
          <Input type="datetime-local" {...stopAt.field} className="figures" />
        </Field>
        <Button type="submit">Stop then</Button>
      </form>
    </Dialog>
  );
}

/** Not over what somebody is typing, nor over another dialog: the notice is there meanwhile. */
function useAskOnce(askAt: string | null, isFree: boolean): void {
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (askAt === null || askAt === asked || !isFree) return;
    const ask = () => {
      if (isBusy()) return;
      setAsked(askAt);
      openTimerDialog('still-working');
    };
    ask();
    const timer = setInterval(ask, lookMilliseconds);
    return () => clearInterval(timer);
  }, [askAt, asked, isFree]);
}

const lookMilliseconds = 5_000;

function isBusy(): boolean {
  const isTyping = document.activeElement?.closest('input, textarea, select, [contenteditable=true]');
  return isTyping !== null && isTyping !== undefined
    ? true
    : document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}
