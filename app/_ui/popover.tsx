'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { late } from './late';
import { useLate } from './use-late';
import { useTypedAhead } from './use-typed-ahead';
import { useWasTrue } from './use-was-true';
import { type OneElement, withProps } from './with-props';

const openPopover = late(async () => (await import('./open-popover')).OpenPopover);

type PopoverProps = {
  /** One button of the kit. */
  trigger: OneElement;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** What the popover is, for screen readers. */
  label: string;
  /** Whether what is inside is there: an empty popover would take the focus. */
  isReady?: boolean | undefined;
  /** Gives the focus to something else than the trigger when it closes. False: the trigger after all. */
  onReturnFocus?: (() => boolean) | undefined;
  className?: string | undefined | undefined;
  children: ReactNode;
};

export function Popover(props: PopoverProps) {
  const { align = 'start', side = 'bottom', isReady = true, label, className, children } = props;
  const [isOpenByItself, setIsOpenByItself] = useState(false);
  const open = props.open ?? isOpenByItself;
  const setOpen = props.onOpenChange ?? setIsOpenByItself;
  const isWanted = useWasTrue(open && isReady);
  const OpenPopover = useLate(openPopover, open);
  useTypedAhead(open);
  const trigger = useRef<HTMLElement>(null);
  const contentId = `${useId()}-popover`;
  return (
    <>
      {withProps(props.trigger, {
        ref: trigger,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? contentId : undefined,
        'data-state': open ? 'open' : 'closed',
        onClick: () => setOpen(!open),
      })}
      {OpenPopover && isWanted && (
        <OpenPopover
          open={open && isReady}
          onOpenChange={setOpen}
          trigger={trigger}
          contentId={contentId}
          align={align}
          side={side}
          label={label}
          onReturnFocus={props.onReturnFocus}
          className={className}
        >
          {children}
        </OpenPopover>
      )}
    </>
  );
}
