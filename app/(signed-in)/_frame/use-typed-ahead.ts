'use client';

import { useEffect, useState } from 'react';

/** What was typed while its field was still on its way. Meanwhile no letter is a shortcut. */
export function useTypedAhead(isWaiting: boolean): string {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (!isWaiting) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey } = event;
      if (key.length !== 1 || ctrlKey || altKey || metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      setTyped((before) => before + key);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isWaiting]);
  return typed;
}
