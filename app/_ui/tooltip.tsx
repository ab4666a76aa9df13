'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './kbd';

export const TooltipProvider = Radix.Provider;

type TooltipProps = {
  content: ReactNode;
  /** A shortcut such as "g d" or "mod+k", shown after the text. */
  shortcut?: string | undefined;
  side?: ComponentProps<typeof Radix.Content>['side'] | undefined;
  /** One element that takes a ref: a button, a link, a time. */
  children: ReactNode;
};

export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-fade-in items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-ink text-xs shadow-float"
        >
          {content}
          {shortcut && <Kbd keys={shortcut} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
