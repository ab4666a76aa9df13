'use client';

import { type KeyboardEvent, useState } from 'react';
import { useTagSuggestions } from './use-tag-suggestions';

type Options = { value: readonly string[]; onChange: (tags: string[]) => void };

export function useTagsInput({ value, onChange }: Options) {
  const [typed, setTyped] = useState('');
  const [isFocused, setIsFocused] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useTagSuggestions(typed, value, isFocused);
  const isOpen = isFocused && suggestions.length > 0;

  function type(text: string) {
    setTyped(text);
    setActive(-1);
  }
  function add(text: string) {
    const words = text.split(/[,|]/).map((word) => word.trim());
    const added = words.filter((word, index) => word !== '' && !hasTag([...value, ...words.slice(0, index)], word));
    if (added.length > 0) onChange([...value, ...added]);
    type('');
  }
  function onKeyDown(event: KeyboardEvent) {
    const isTyped = typed.trim() !== '';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) return;
      event.preventDefault();
      setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, suggestions.length));
    } else if ((event.key === 'Enter' && (isTyped || active >= 0)) || (event.key === ',' && isTyped)) {
      // Otherwise Enter saves the form.
      event.preventDefault();
      add(suggestions[active] ?? typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  }
  return { typed, type, add, active, suggestions: isOpen ? suggestions : [], setIsFocused, onKeyDown };
}

/** -1 is the field itself, between the last and the first. */
function stepped(active: number, step: 1 | -1, count: number): number {
  const next = active + step;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
}

function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((each) => each.toLowerCase() === tag.toLowerCase());
}
