'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { menuItemStyles, menuStyles } from './menu-styles';

type DropdownMenuProps = {
  /** One button of the kit. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  className?: string | undefined | undefined;
  children: ReactNode;
};

export function DropdownMenu(props: DropdownMenuProps) {
  const { trigger, align = 'end', side = 'bottom', className, children } = props;
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuStyles, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = ComponentProps<typeof Radix.Item> & {
  icon?: ReactNode;
  shortcut?: string | undefined;
  danger?: boolean | undefined;
};

/** `onSelect` runs on click and on Enter. For a link: `asChild` with a Link as the only child. */
export function MenuItem(props: MenuItemProps) {
  const { icon, shortcut, danger = false, className, children, asChild, ...rest } = props;
  const style = cn(menuItemStyles, danger && 'text-danger [&>svg]:text-danger', className);
  if (asChild) {
    return (
      <Radix.Item {...rest} asChild className={style}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item {...rest} className={style}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-faint text-xs">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export const MenuRadioGroup = Radix.RadioGroup;

type MenuRadioItemProps = ComponentProps<typeof Radix.RadioItem> & { icon?: ReactNode };

export function MenuRadioItem({ icon, children, ...rest }: MenuRadioItemProps) {
  return (
    <Radix.RadioItem {...rest} className={menuItemStyles}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden className="size-4" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}
