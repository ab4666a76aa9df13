'use client';

import { type ReactNode, useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { UnfoldButton } from '@/app/_ui/unfold-button';

const foldedFrom = 300;

/** A long text shows its first lines, and the rest on demand. */
export function FoldedText({ text, children }: { text: string; children?: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const isLong = text.length > foldedFrom;
  return (
    <>
      <span
        dir="auto"
        className={cn('block break-words [overflow-wrap:anywhere]', isLong && !isOpen && 'line-clamp-3')}
      >
        {children}
        {text}
      </span>
      {isLong && <UnfoldButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
    </>
  );
}
