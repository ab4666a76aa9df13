'use client';

import { Check } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { RefObject } from 'react';
import { AdoptedTrigger } from './adopted-trigger';
import { cn } from './cn';
import { menuItemStyles, menuStyles } from './menu-styles';
import type { SelectOption } from './select';

export type OpenSelectProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  contentId: string;
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
};

export function OpenSelect(props: OpenSelectProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange} value={props.value} onValueChange={props.onChange}>
      <Radix.Trigger asChild>
        <AdoptedTrigger element={props.trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={props.contentId}
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuStyles,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {props.options.map((option) => (
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
