'use client';

import { CircleHelp, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/app/_ui/cn';
import { Popover } from '@/app/_ui/popover';
import { Sheet } from '@/app/_ui/sheet';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import { withProps } from '@/app/_ui/with-props';
import { isPartOpen } from './issue-desk';

type PropertyPickerProps = {
  /** "state", as in "Change state". */
  noun: string;
  shown: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Whether what there is to choose from is here: it may have to be asked first. */
  isReady?: boolean | undefined;
  isPending?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** Whether Linear took the last change is being looked up; a notice on the page tells of it. */
  isUnknown?: boolean | undefined;
  trouble?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A property that is changed in its place: a popover at its value; on a phone a sheet. */
export function PropertyPicker(props: PropertyPickerProps) {
  const { noun, isOpen, onOpenChange, isReady = true, isDisabled = false, trouble, children } = props;
  const isPhone = useMediaQuery('(max-width: 47.99rem)');
  const open = isOpen && !isDisabled;
  const isPending = props.isPending === true || (open && !isReady);
  const setOpen = (next: boolean) => onOpenChange(next && !isDisabled);
  const label = `Change ${noun}`;
  const trigger = (
    <button
      type="button"
      aria-disabled={isDisabled || undefined}
      aria-busy={isPending || undefined}
      className={cn(
        '-mx-2 -my-1 flex min-h-8 w-[calc(100%+1rem)] items-center gap-1.5 rounded-md px-2 py-0.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover pointer-coarse:min-h-11',
        isDisabled && 'cursor-default hover:bg-transparent',
      )}
    >
      <span className="sr-only">Change {noun}: </span>
      <span className={cn('flex min-w-0 flex-1 items-center gap-1.5', isPending && 'opacity-60')}>{props.shown}</span>
      {isPending && <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin text-muted" />}
      {isPending && <span className="sr-only">(waiting)</span>}
      {props.isUnknown && <CircleHelp aria-hidden className="size-3.5 shrink-0 text-warning" />}
      {props.isUnknown && <span className="sr-only">(not known yet)</span>}
    </button>
  );
  return (
    <>
      {isPhone ? (
        <>
          {withProps(trigger, { 'aria-haspopup': 'dialog', 'aria-expanded': open, onClick: () => setOpen(true) })}
          <Sheet open={open && isReady} onOpenChange={setOpen} title={label}>
            <div className="[&_[cmdk-list]]:max-h-none">{children}</div>
          </Sheet>
        </>
      ) : (
        <Popover
          label={label}
          open={open}
          onOpenChange={setOpen}
          isReady={isReady}
          align="start"
          // The next picker may have the focus already, and would close without it.
          onReturnFocus={isPartOpen}
          className={cn('w-64 p-1', props.className)}
          trigger={trigger}
        >
          {children}
        </Popover>
      )}
      {trouble && (
        <p role="alert" className="pt-1.5 pb-1 text-danger text-xs [overflow-wrap:anywhere]">
          {trouble}
        </p>
      )}
    </>
  );
}
