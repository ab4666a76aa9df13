'use client';

import { Fragment } from 'react';
import { cn } from './cn';
import { useIsApple } from './use-is-apple';

const words: Record<string, string> = {
  esc: 'Esc',
  enter: 'Enter',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  delete: 'Del',
  shift: 'Shift',
};

type KbdProps = {
  /** Keys as in useShortcuts: "?", "g d" (one after the other), "mod+k" (together). */
  keys: string;
  className?: string | undefined | undefined;
};

export function Kbd({ keys, className }: KbdProps) {
  const mod = useIsApple() ? '⌘' : 'Ctrl';
  const strokes = keys.split(' ').map((stroke) => stroke.split('+'));
  return (
    <span className={cn('inline-flex items-center gap-1 text-faint text-2xs', className)}>
      {strokes.map((stroke, index) => (
        <Fragment key={stroke.join('+')}>
          {index > 0 && <span>then</span>}
          {stroke.map((key) => (
            <kbd
              key={key}
              className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-subtle px-1 font-medium font-sans text-2xs text-muted"
            >
              {key === 'mod' ? mod : (words[key] ?? key.toUpperCase())}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
