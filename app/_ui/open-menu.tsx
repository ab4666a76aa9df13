'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { FocusEvent, ReactNode, RefObject } from 'react';
import { AdoptedTrigger } from './adopted-trigger';
import { cn } from './cn';
import { type MenuParts, MenuPartsContext } from './menu-parts';
import { menuStyles } from './menu-styles';

const parts: MenuParts = Radix;

export type OpenMenuProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** It was opened with the keyboard. */
  isByKey: boolean;
  trigger: RefObject<HTMLElement | null>;
  triggerId: string;
  contentId: string;
  align: 'start' | 'center' | 'end';
  side: 'top' | 'right' | 'bottom' | 'left';
  className: string | undefined;
  children: ReactNode;
};

export function OpenMenu(props: OpenMenuProps) {
  const { open, onOpenChange, isByKey, trigger, triggerId, contentId, align, side, className, children } = props;
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <AdoptedTrigger element={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={contentId}
          aria-labelledby={triggerId}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onFocus={isByKey ? focusFirstItem : undefined}
          className={cn(menuStyles, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Radix does it too, but not the first time: it comes after the key that it would have to see. */
function focusFirstItem({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
  const isEntry = target === currentTarget && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
  if (isEntry) currentTarget.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
}
