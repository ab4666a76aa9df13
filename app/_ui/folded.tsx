'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cn } from './cn';
import { UnfoldButton } from './unfold-button';

/** More than the height at which it is folded: to hide the last two lines is not worth a button. */
const longFromPixels = 420;

/** Something high shows its top, and the rest on demand. */
export function Folded({ children }: { children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const found = inside.current;
    if (!found) return;
    const observer = new ResizeObserver(() => setIsLong(found.offsetHeight > longFromPixels));
    observer.observe(found);
    // What has the focus is seen.
    const open = () => setIsOpen(true);
    found.addEventListener('focusin', open);
    return () => {
      observer.disconnect();
      found.removeEventListener('focusin', open);
    };
  }, []);
  const isFolded = isLong && !isOpen;
  return (
    <>
      <div
        className={cn(
          isFolded && 'max-h-80 overflow-hidden [mask-image:linear-gradient(to_bottom,black_75%,transparent)]',
        )}
      >
        <div ref={inside}>{children}</div>
      </div>
      {isLong && <UnfoldButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
    </>
  );
}
