'use client';

import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { useFieldControl } from './field-context';
import { late } from './late';
import { useLate } from './use-late';
import { useTypeahead } from './use-typeahead';
import { useWasTrue } from './use-was-true';

const openSelect = late(async () => (await import('./open-select')).OpenSelect);

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean | undefined;
};

type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined | undefined;
  /** Needed when there is no Field around it. */
  'aria-label'?: string | undefined;
};

const openingKeys = [' ', 'Enter', 'ArrowUp', 'ArrowDown'];

/** An empty string cannot be an option's value (Radix keeps it for "nothing chosen"). */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', disabled = false } = props;
  const [open, setOpen] = useState(false);
  const isWanted = useWasTrue(open);
  const OpenSelect = useLate(openSelect, open);
  const trigger = useRef<HTMLButtonElement>(null);
  const typeahead = useTypeahead(options, value, onChange);
  const control = useFieldControl({ id: props.id });
  const contentId = `${useId()}-list`;
  const chosen = options.find((option) => option.value === value);

  function onKeyDown(event: KeyboardEvent) {
    const isChosen = typeahead(event);
    if (!isChosen && !openingKeys.includes(event.key)) return;
    event.preventDefault();
    if (!isChosen) setOpen(true);
  }
  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || event.ctrlKey || event.pointerType !== 'mouse') return;
    // The focus is for the list. A finger may still begin to scroll: it opens with the click.
    event.preventDefault();
    setOpen(true);
  }
  return (
    <>
      <button
        {...control}
        ref={trigger}
        type="button"
        role="combobox"
        aria-label={props['aria-label']}
        aria-autocomplete="none"
        aria-expanded={open}
        aria-controls={open ? contentId : undefined}
        disabled={disabled}
        data-state={open ? 'open' : 'closed'}
        data-placeholder={chosen ? undefined : ''}
        onPointerDown={onPointerDown}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        className={cn(
          controlStyles,
          'flex h-8 items-center justify-between gap-2 text-left data-[placeholder]:text-faint [&>span]:truncate',
          props.className,
        )}
      >
        <span>{chosen?.label ?? placeholder}</span>
        <ChevronDown aria-hidden className="size-4 text-muted" />
      </button>
      {OpenSelect && isWanted && (
        <OpenSelect
          open={open}
          onOpenChange={setOpen}
          trigger={trigger}
          contentId={contentId}
          options={options}
          value={value ?? ''}
          onChange={(next) => onChange(next as Value)}
        />
      )}
    </>
  );
}
