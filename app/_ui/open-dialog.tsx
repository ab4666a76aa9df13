'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import type { FocusReturn } from './use-focus-return';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | undefined;
  children?: ReactNode;
};

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl' };

export function OpenDialog(props: DialogProps & { focusReturn: FocusReturn }) {
  const { open, onOpenChange, title, description, footer, size = 'md', children } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Radix.Content
          {...props.focusReturn}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-2 top-2 z-40 mx-auto flex max-h-[calc(100dvh-1rem)] animate-pop-in flex-col rounded-md border border-line bg-raised shadow-float focus-visible:outline-none sm:top-[12vh] sm:max-h-[76vh]',
            widths[size],
          )}
        >
          <header className="px-5 pt-4 pr-14">
            <Radix.Title className="font-semibold text-ink text-lg">{title}</Radix.Title>
            {description && <Radix.Description className="mt-0.5 text-muted text-sm">{description}</Radix.Description>}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
