'use client';

import { type KeyboardEvent, useRef } from 'react';
import { findTypedOption } from './find-typed-option';
import type { SelectOption } from './select';

const patienceMilliseconds = 1000;

/**
 * Letters typed on a closed select choose the next option that begins with them, as in a native one. Says whether the
 * key has found one.
 */
export function useTypeahead<Value extends string>(
  options: readonly SelectOption<Value>[],
  value: Value | undefined,
  onChange: (value: Value) => void,
) {
  const typed = useRef({ text: '', until: 0 });
  return ({ key, timeStamp, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => {
    const before = timeStamp < typed.current.until ? typed.current.text : '';
    if (key.length !== 1 || ctrlKey || altKey || metaKey || (key === ' ' && before === '')) return false;
    const text = before + key.toLowerCase();
    const found = findTypedOption(options, value, text);
    if (found === undefined) return false;
    typed.current = { text, until: timeStamp + patienceMilliseconds };
    if (found !== value) onChange(found);
    return true;
  };
}
