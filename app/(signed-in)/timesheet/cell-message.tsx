'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { placeBeside } from '@/app/_ui/place-beside';

type CellMessageProps = { id: string; anchor: RefObject<HTMLElement | null>; children: string };

/** Why a cell does not take what was typed, right below it. In a layer of its own: the grid scrolls and would cut it off. */
export function CellMessage({ id, anchor, children }: CellMessageProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (bubble.current && anchor.current) putBelow(bubble.current, anchor.current);
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  });
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="alert"
      className="pointer-events-none fixed top-0 left-0 z-40 w-max max-w-64 rounded-md border border-danger/40 bg-raised px-2 py-1 text-danger text-xs shadow-float"
    >
      {children}
    </div>,
    document.body,
  );
}

function putBelow(bubble: HTMLElement, anchor: HTMLElement): void {
  const { offsetWidth: width, offsetHeight: height, style } = bubble;
  const { clientWidth, clientHeight } = document.documentElement;
  const screen = { width: clientWidth, height: clientHeight };
  const { left, top } = placeBeside(anchor.getBoundingClientRect(), { width, height }, screen, 'bottom');
  style.left = `${left}px`;
  style.top = `${top}px`;
}
