'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { AdoptedTrigger } from './adopted-trigger';
import { cn } from './cn';
import { menuStyles } from './menu-styles';

export type OpenPopoverProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  contentId: string;
  align: 'start' | 'center' | 'end';
  side: 'top' | 'right' | 'bottom' | 'left';
  label: string;
  onReturnFocus: (() => boolean) | undefined;
  className: string | undefined;
  children: ReactNode;
};

export function OpenPopover(props: OpenPopoverProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Trigger asChild>
        <AdoptedTrigger element={props.trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={props.contentId}
          align={props.align}
          side={props.side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={props.label}
          onCloseAutoFocus={(event) => {
            if (props.onReturnFocus?.()) event.preventDefault();
          }}
          className={cn(menuStyles, 'max-h-(--radix-popover-content-available-height) p-3', props.className)}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
