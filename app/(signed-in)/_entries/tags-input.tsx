'use client';

import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { cn } from '@/app/_ui/cn';
import { controlStyles } from '@/app/_ui/control-styles';
import { useFieldControl } from '@/app/_ui/field-context';
import { useTagsInput } from './use-tags-input';

type TagsInputProps = {
  value: readonly string[];
  onChange: (tags: string[]) => void;
  onBlur?: (() => void) | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
};

/** Words in a field, with those offered that were used before. Comma or Enter ends a word. */
export function TagsInput({ value, onChange, onBlur, disabled, id }: TagsInputProps) {
  const { typed, type, add, active, suggestions, setIsFocused, onKeyDown } = useTagsInput({ value, onChange });
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const control = useFieldControl({ id });
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the words is meant for the field. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: with keys one is in the field already. */}
      <div
        onClick={() => input.current?.focus()}
        className={cn(
          controlStyles,
          'flex min-h-8 cursor-text flex-wrap items-center gap-1 py-0.5',
          'has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent',
          value.length > 0 && 'pl-1',
          disabled && 'cursor-not-allowed bg-subtle',
        )}
      >
        {value.map((tag) => (
          <Chip
            key={tag}
            tag={tag}
            disabled={disabled}
            onRemove={() => onChange(value.filter((each) => each !== tag))}
          />
        ))}
        <input
          {...control}
          ref={input}
          value={typed}
          disabled={disabled}
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          placeholder={value.length === 0 && !disabled ? 'Add a tag' : undefined}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setIsFocused(true)}
          onBlur={() => {
            add(typed);
            setIsFocused(false);
            onBlur?.();
          }}
          className="h-6 min-w-24 flex-1 bg-transparent text-ink placeholder:text-faint focus-visible:outline-none pointer-coarse:h-10 pointer-coarse:text-lg"
        />
      </div>
      <Suggestions id={listId} tags={suggestions} active={active} onChoose={add} />
    </div>
  );
}

type SuggestionsProps = { id: string; tags: readonly string[]; active: number; onChoose: (tag: string) => void };

/** In the flow of the form, not over it: a dialog that scrolls would cut it off. */
function Suggestions({ id, tags, active, onChoose }: SuggestionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isEmpty = tags.length === 0;
  useEffect(() => {
    // It may come in below what a dialog shows.
    if (!isEmpty) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isEmpty]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Tags used before"
      className="mt-1 flex flex-wrap gap-1 empty:hidden"
    >
      {tags.map((tag, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard.
        <div
          key={tag}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(tag)}
          className={cn(
            'inline-flex h-6 max-w-full cursor-default items-center rounded-sm border border-line px-2 text-muted text-xs hover:bg-hover pointer-coarse:h-11 pointer-coarse:px-3',
            index === active && 'border-accent bg-hover text-ink',
          )}
        >
          <span className="truncate">{tag}</span>
        </div>
      ))}
    </div>
  );
}

type ChipProps = { tag: string; disabled: boolean | undefined; onRemove: () => void };

function Chip({ tag, disabled, onRemove }: ChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-sm bg-hover pl-2 text-ink text-xs pointer-coarse:h-9">
      <span className="truncate">{tag}</span>
      {disabled ? (
        <span className="w-2" />
      ) : (
        <button
          type="button"
          aria-label={`Remove ${tag}`}
          onClick={onRemove}
          className="inline-flex size-6 items-center justify-center rounded-sm text-faint hover:text-ink pointer-coarse:size-9"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
