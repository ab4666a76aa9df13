'use client';

import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { readError } from '@/app/_ui/read-error';
import { toastError } from '@/app/_ui/toast-error';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { editTimer } from './timer-actions';

/** Saved on Enter, when the field is left, and when the form closes around it. */
export function useDescriptionField(entry: ShownEntry) {
  const stored = entry.description;
  const [text, setText] = useState(stored);
  const [base, setBase] = useState(stored);
  const [error, setError] = useState<string>();
  if (stored !== base) {
    // Changed elsewhere: only what nobody is typing over is replaced.
    setBase(stored);
    if (text === base) setText(stored);
  }

  function save(onError: (error: unknown) => void) {
    const description = text.trim();
    if (description === base) return;
    setBase(description);
    editTimer(entry, { description }).catch((reason) => {
      setBase(stored);
      onError(reason);
    });
  }
  const saveHere = () => save((reason) => setError(readError(reason).message ?? 'This was not saved.'));
  const saveOnTheWay = useEffectEvent(() => save((reason) => toastError('The description was not saved.', reason)));
  useEffect(() => () => saveOnTheWay(), []);

  const field = {
    value: text,
    onChange: (event: { target: { value: string } }) => {
      setError(undefined);
      setText(event.target.value);
    },
    onBlur: saveHere,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) saveHere();
    },
  };
  return { field, error };
}
