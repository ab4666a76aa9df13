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

  /** Focus that leaves afterwards, because the cell does, commits nothing again. */
  function finish(to: Leave): boolean {
    isDone.current = onCommit(text);
    return isDone.current && onLeave(to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    event.stopPropagation();
    if (key === 'Tab') {
      // After the last cell Tab goes where Tab goes.
      if (finish(shiftKey ? 'previous' : 'next')) event.preventDefault();
      return;
    }
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
    const step = key === 'Enter' ? (shiftKey ? 'up' : 'down') : sideways && !isFresh ? undefined : arrows[key];
    if (key !== 'Escape' && step === undefined) return;
    event.preventDefault();
    if (step === undefined) {
      isDone.current = true;
      onCancel();
    } else if (!finish(step) && isDone.current) onLeave('stay');
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
        if (!isDone.current) finish('stay');
      }}
      className={cn(
        'figures absolute inset-0 size-full bg-canvas px-3 text-right text-ink outline-2 outline-accent -outline-offset-2 pointer-coarse:text-lg',
        messageId !== undefined && 'outline-danger',
      )}
    />
  );
}
