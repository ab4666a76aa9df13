'use client';

import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { useShortcuts } from './use-shortcuts';

type SearchInputProps = {
  value: string;
  onChange: (value: string) => void;
  /** Also the accessible name: "Search tasks". */
  placeholder: string;
  className?: string | undefined | undefined;
};

/** "/" puts the cursor here; Esc empties it, then leaves it. */
export function SearchInput({ value, onChange, placeholder, className }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', label: placeholder, group: 'This page', run: () => input.current?.focus() }]);
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={placeholder}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (value) onChange('');
          else input.current?.blur();
        }}
        className={cn(controlStyles, 'h-8 px-8 text-sm')}
      />
      {value && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center rounded-md text-muted hover:text-ink pointer-coarse:w-11"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
