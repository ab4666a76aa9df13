'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { cn } from './cn';

/** The cross in the corner. Put it last, so that the first field gets the focus when the dialog opens. */
export function DialogClose({ className }: { className: string }) {
  return (
    <Radix.Close
      aria-label="Close"
      className={cn(
        'flex size-7 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11',
        className,
      )}
    >
      <X aria-hidden className="size-4" />
    </Radix.Close>
  );
}
