'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cn } from '@/app/_ui/cn';
import type { Step } from './use-grid-place';

export type Leave = Step | 'next' | 'previous' | 'stay';

type CellEditorProps = {
  label: string;
  /** What it starts with. */
  text: string;
  /** Begun by typing over what was there: the arrow keys then leave the cell. */
  isFresh: boolean;
  messageId: string | undefined;
  /** False: it is no duration, and the editor stays. */
  onCommit: (text: string) => boolean;
  /** After a commit, or without one. False: there is nothing on that side. */
  onLeave: (to: Leave) => boolean;
  onCancel: () => void;
};

const arrows: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export function CellEditor(props: CellEditorProps) {
  const { label, isFresh, messageId, onCommit, onLeave, onCancel } = props;
  const [text, setText] = useState(props.text);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    input.current?.focus();
    if (!isFresh) input.current?.select();
  }, [isFresh]);

  /** The focus that leaves with the cell commits nothing again. */
  function leave(to: Leave): boolean {
    isDone.current = true;
    return onLeave(to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    event.stopPropagation();
    const step = stepOf(key, shiftKey, isFresh);
    if (key === 'Tab') {
      // What is no duration stays behind with its reason: Tab is never caught. After the last cell it goes where Tab goes.
      onCommit(text);
      if (leave(shiftKey ? 'previous' : 'next')) event.preventDefault();
    } else if (key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      onCancel();
    } else if (step !== undefined) {
      event.preventDefault();
      if (onCommit(text)) leave(step);
    }
  }

  return (
    <input
      ref={input}
      value={text}
      aria-label={label}
      aria-invalid={messageId !== undefined}
      aria-describedby={messageId}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (isDone.current) return;
        onCommit(text);
        leave('stay');
      }}
      className={cn(
        'figures absolute inset-0 size-full bg-canvas px-3 text-right text-ink outline-2 outline-accent -outline-offset-2 pointer-coarse:text-lg',
        messageId !== undefined && 'outline-danger',
      )}
    />
  );
}

function stepOf(key: string, isBackwards: boolean, isFresh: boolean): Step | undefined {
  if (key === 'Enter') return isBackwards ? 'up' : 'down';
  // Within text that was there before, the arrows move the caret.
  if (!isFresh && (key === 'ArrowLeft' || key === 'ArrowRight')) return undefined;
  return arrows[key];
}
