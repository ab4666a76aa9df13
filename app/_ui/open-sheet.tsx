'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { DialogClose } from './dialog-close';
import type { FocusReturn } from './use-focus-return';

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Keeps the title for screen readers only, and leaves out the close button. */
  hideHeader?: boolean | undefined;
  description?: ReactNode;
  footer?: ReactNode;
  side?: 'left' | 'right' | undefined;
  className?: string | undefined | undefined;
  children: ReactNode;
};

const sides = {
  left: 'left-0 w-72 max-w-[85vw] animate-slide-from-left border-r bg-sidebar',
  right: 'right-0 w-full animate-slide-from-right border-l bg-raised sm:max-w-lg',
};

export function OpenSheet(props: SheetProps & { focusReturn: FocusReturn }) {
  const { open, onOpenChange, title, hideHeader = false, description, side = 'right' } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Radix.Content
          {...props.focusReturn}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-y-0 z-40 flex flex-col border-line shadow-float focus-visible:outline-none',
            sides[side],
            props.className,
          )}
        >
          {hideHeader ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="min-h-12 border-line border-b py-2.5 pr-14 pl-5">
              <Radix.Title className="font-semibold text-ink text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="text-muted text-sm">{description}</Radix.Description>}
            </header>
          )}
          <div className={cn('min-h-0 flex-1 overflow-y-auto', !hideHeader && 'p-5')}>{props.children}</div>
          {props.footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{props.footer}</footer>
          )}
          {!hideHeader && <DialogClose className="absolute top-2 right-3 pointer-coarse:top-0.5" />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
