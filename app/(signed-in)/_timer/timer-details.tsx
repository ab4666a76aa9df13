'use client';

import { useEffect, useEffectEvent } from 'react';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { Sheet } from '@/app/_ui/sheet';
import { useLate } from '@/app/_ui/use-late';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import { type OneElement, withProps } from '@/app/_ui/with-props';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { closeTimerDialog, openTimerDialog, useTimerDialog } from './timer-dialog';

const timerForm = late(async () => (await import('./timer-form')).TimerForm);

type TimerDetailsProps = { entry: ShownEntry; children: OneElement };

/** What can be told and changed of the running timer: below its button, or on a phone in a sheet. */
export function TimerDetails({ entry, children: trigger }: TimerDetailsProps) {
  const isOpen = useTimerDialog().dialog === 'details';
  const setIsOpen = (open: boolean) => (open ? openTimerDialog('details') : closeTimerDialog());
  const TimerForm = useLate(timerForm, isOpen);
  // What it told of is gone: the next timer does not begin with it open.
  const closeWithTimer = useEffectEvent(() => isOpen && closeTimerDialog());
  useEffect(() => () => void closeWithTimer(), []);
  const isNarrow = useMediaQuery('(max-width: 47.99rem)');
  // A timer that another one replaces is another form: nothing typed moves over.
  const form = TimerForm && <TimerForm key={subjectKey(entry)} entry={entry} close={closeTimerDialog} />;
  if (isNarrow) {
    return (
      <>
        {withProps(trigger, { onClick: () => setIsOpen(true), 'aria-haspopup': 'dialog' })}
        <Sheet open={isOpen && form !== null} onOpenChange={setIsOpen} title="Running timer">
          {form}
        </Sheet>
      </>
    );
  }
  return (
    <Popover
      trigger={trigger}
      open={isOpen}
      onOpenChange={setIsOpen}
      label="Running timer"
      align="end"
      isReady={form !== null}
      className="w-80 p-4"
    >
      {form}
    </Popover>
  );
}
