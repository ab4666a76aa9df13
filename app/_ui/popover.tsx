'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { menuStyles } from './menu-styles';

type PopoverProps = {
  /** One button of the kit. */
  trigger: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** What the popover is, for screen readers. */
  label: string;
  className?: string | undefined | undefined;
  children: ReactNode;
};

export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange, align = 'start', side = 'bottom' } = props;
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={props.label}
          className={cn(menuStyles, 'max-h-(--radix-popover-content-available-height) p-3', props.className)}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
