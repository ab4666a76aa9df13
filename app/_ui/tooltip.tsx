'use client';

import { type FocusEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './kbd';
import { placeBeside, type Side } from './place-beside';
import { useTooltip } from './use-tooltip';
import { type OneElement, withProps } from './with-props';

type TooltipProps = {
  content: ReactNode;
  /** A shortcut such as "g d" or "mod+k", shown after the text. */
  shortcut?: string | undefined;
  side?: Side | undefined;
  children: OneElement;
};

/** Our own, not Radix's: hundreds are on a page, and theirs brings its positioning along to each first load. */
export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  const id = useId();
  const { anchor, open, close, closeSoon, keepOpen, onPointerEnter } = useTooltip();
  return (
    <>
      {withProps(children, {
        'aria-describedby': anchor ? id : undefined,
        onPointerEnter,
        onPointerLeave: closeSoon,
        onPointerDown: close,
        onClick: close,
        onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
          if (currentTarget.matches(':focus-visible')) open(currentTarget);
        },
        onBlur: close,
      })}
      {anchor &&
        createPortal(
          <Bubble id={id} anchor={anchor} side={side} onPointerEnter={keepOpen} onPointerLeave={closeSoon}>
            {content}
            {shortcut && <Kbd keys={shortcut} />}
          </Bubble>,
          document.body,
        )}
    </>
  );
}

type BubbleProps = {
  id: string;
  anchor: HTMLElement;
  side: Side;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  children: ReactNode;
};

function Bubble({ anchor, side, children, ...rest }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  // After every render: its text may have changed, and with it its size.
  useLayoutEffect(() => {
    if (!bubble.current) return;
    const { offsetWidth: width, offsetHeight: height, style } = bubble.current;
    const { clientWidth, clientHeight } = document.documentElement;
    const screen = { width: clientWidth, height: clientHeight };
    const { left, top } = placeBeside(anchor.getBoundingClientRect(), { width, height }, screen, side);
    style.left = `${left}px`;
    style.top = `${top}px`;
  });
  return (
    <div
      {...rest}
      ref={bubble}
      role="tooltip"
      className="fixed top-0 left-0 z-50 flex w-max max-w-72 animate-fade-in items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-ink text-xs shadow-float"
    >
      {children}
    </div>
  );
}
