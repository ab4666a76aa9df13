'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';

const openAfterMilliseconds = 400;
/** From one tooltip to the next there is no waiting. */
const skipWithinMilliseconds = 200;
/** Enough to get from the anchor to the tooltip, of which the text may be wanted. */
const closeAfterMilliseconds = 120;

let closedAt = Number.NEGATIVE_INFINITY;
/** There is one tooltip at a time. */
let closeOther: (() => void) | null = null;

/** When a tooltip is there: the pointer rests on its anchor or on itself, or the keyboard has come to its anchor. */
export function useTooltip() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOpen = anchor !== null;

  function wait(milliseconds: number, then: () => void) {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, milliseconds);
  }
  function close() {
    clearTimeout(timer.current);
    setAnchor(null);
  }
  function open(element: HTMLElement) {
    clearTimeout(timer.current);
    if (element.isConnected) setAnchor(element);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => (anchor ? watch(anchor, () => setAnchor(null)) : undefined), [anchor]);

  return {
    anchor,
    open,
    close,
    keepOpen: () => clearTimeout(timer.current),
    closeSoon: () => wait(closeAfterMilliseconds, close),
    onPointerEnter: ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
      if (pointerType === 'touch') return;
      if (isOpen) clearTimeout(timer.current);
      else if (closeOther || performance.now() < closedAt + skipWithinMilliseconds) open(currentTarget);
      else wait(openAfterMilliseconds, () => open(currentTarget));
    },
  };
}

/** While a tooltip is open: another one, Escape, and a scroll that moves its anchor close it. */
function watch(anchor: HTMLElement, close: () => void): () => void {
  closeOther?.();
  closeOther = close;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It closes the tooltip, not the dialog under it.
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const onScroll = ({ target }: Event) => {
    if (target instanceof Node && target.contains(anchor)) close();
  };
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('scroll', onScroll, true);
    closedAt = performance.now();
    if (closeOther === close) closeOther = null;
  };
}
