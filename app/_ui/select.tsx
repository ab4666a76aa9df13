'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { useFieldControl } from './field-context';
import { menuItemStyles, menuStyles } from './menu-styles';

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
  name?: string | undefined;
  id?: string | undefined;
  className?: string | undefined | undefined;
  /** Needed when there is no Field around it. */
  'aria-label'?: string | undefined;
};

/** An empty string cannot be an option's value (Radix keeps it for "nothing chosen"). */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', disabled = false, name } = props;
  const control = useFieldControl({ id: props.id });
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
      {...(name ? { name } : {})}
    >
      <Radix.Trigger
        {...control}
        aria-label={props['aria-label']}
        className={cn(
          controlStyles,
          'flex h-8 items-center justify-between gap-2 text-left data-[placeholder]:text-faint [&>span]:truncate',
          props.className,
        )}
      >
        <Radix.Value placeholder={placeholder} />
        <Radix.Icon>
          <ChevronDown aria-hidden className="size-4 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuStyles,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Radix.Item value={option.value} disabled={option.disabled ?? false} className={cn(menuItemStyles, 'pr-8')}>
      {option.icon}
      <div className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.hint && <p className="text-faint text-xs">{option.hint}</p>}
      </div>
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="size-4" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
