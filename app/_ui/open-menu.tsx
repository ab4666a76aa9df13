'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { AdoptedTrigger } from './adopted-trigger';
import { cn } from './cn';
import { type MenuParts, MenuPartsContext } from './menu-parts';
import { menuStyles } from './menu-styles';

const parts: MenuParts = Radix;

export type OpenMenuProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  triggerId: string;
  contentId: string;
  align: 'start' | 'center' | 'end';
  side: 'top' | 'right' | 'bottom' | 'left';
  className: string | undefined;
  children: ReactNode;
};

export function OpenMenu(props: OpenMenuProps) {
  const { open, onOpenChange, trigger, triggerId, contentId, align, side, className, children } = props;
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
          className={cn(menuStyles, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
