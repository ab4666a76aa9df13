'use client';

import { useId } from 'react';
import { keepEnter } from '@/app/_ui/keep-enter';
import type { EntryKind } from './entry-fields';

const kinds = [
  { value: 'span', label: 'Start and end' },
  { value: 'duration', label: 'Duration' },
] as const;

type KindSwitchProps = { value: EntryKind; onChange: (kind: EntryKind) => void };

/** How the time is given. */
export function KindSwitch({ value, onChange }: KindSwitchProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label="Give the time by" className="inline-flex self-start rounded-md bg-hover p-0.5">
      {kinds.map(({ value: kind, label }) => (
        <label
          key={kind}
          className="relative inline-flex h-7 cursor-pointer items-center rounded-sm px-2.5 font-medium text-muted text-sm transition-colors hover:text-ink has-checked:bg-canvas has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11"
        >
          {/* It covers its label, so that it is what one presses. */}
          <input
            type="radio"
            name={name}
            value={kind}
            checked={value === kind}
            onChange={() => onChange(kind)}
            onKeyDown={keepEnter}
            className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0"
          />
          {label}
        </label>
      ))}
    </div>
  );
}
