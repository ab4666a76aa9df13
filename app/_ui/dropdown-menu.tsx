'use client';

import { Check } from 'lucide-react';
import type { DropdownMenu as Radix } from 'radix-ui';
import {
  type ComponentProps,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { late } from './late';
import { useMenuParts } from './menu-parts';
import { menuItemStyles } from './menu-styles';
import { useLate } from './use-late';
import { useWasTrue } from './use-was-true';
import { type OneElement, withProps } from './with-props';

const openMenu = late(async () => (await import('./open-menu')).OpenMenu);

type DropdownMenuProps = {
  /** One button of the kit. */
  trigger: OneElement;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  className?: string | undefined | undefined;
  children: ReactNode;
};

export function DropdownMenu(props: DropdownMenuProps) {
  const { align = 'end', side = 'bottom', className, children } = props;
  const [open, setOpen] = useState(false);
  const [isByKey, setIsByKey] = useState(false);
  const isWanted = useWasTrue(open);
  const OpenMenu = useLate(openMenu, open);
  const trigger = useRef<HTMLElement>(null);
  const id = useId();
  const triggerId: string = props.trigger.props.id ?? `${id}-trigger`;
  const contentId = `${id}-menu`;
  return (
    <>
      {withProps(props.trigger, {
        ref: trigger,
        id: triggerId,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? contentId : undefined,
        'data-state': open ? 'open' : 'closed',
        onPointerDown: (event: PointerEvent) => {
          if (event.button !== 0 || event.ctrlKey) return;
          // The focus is for the menu.
          if (!open) event.preventDefault();
          setIsByKey(false);
          setOpen(!open);
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          setIsByKey(true);
          setOpen(event.key === 'ArrowDown' || !open);
        },
      })}
      {OpenMenu && isWanted && (
        <OpenMenu
          open={open}
          onOpenChange={setOpen}
          isByKey={isByKey}
          trigger={trigger}
          triggerId={triggerId}
          contentId={contentId}
          align={align}
          side={side}
          className={className}
        >
          {children}
        </OpenMenu>
      )}
    </>
  );
}

type MenuItemProps = ComponentProps<typeof Radix.Item> & {
  icon?: ReactNode;
  shortcut?: string | undefined;
  danger?: boolean | undefined;
};

/** `onSelect` runs on click and on Enter. For a link: `asChild` with a Link as the only child. */
export function MenuItem(props: MenuItemProps) {
  const { Item } = useMenuParts();
  const { icon, shortcut, danger = false, className, children, asChild, ...rest } = props;
  const style = cn(menuItemStyles, danger && 'text-danger [&>svg]:text-danger', className);
  if (asChild) {
    return (
      <Item {...rest} asChild className={style}>
        {children}
      </Item>
    );
  }
  return (
    <Item {...rest} className={style}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuParts();
  return <Label className="px-2 py-1 text-faint text-xs">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useMenuParts();
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}

export function MenuRadioGroup(props: ComponentProps<typeof Radix.RadioGroup>) {
  const { RadioGroup } = useMenuParts();
  return <RadioGroup {...props} />;
}

type MenuRadioItemProps = ComponentProps<typeof Radix.RadioItem> & { icon?: ReactNode };

export function MenuRadioItem({ icon, children, ...rest }: MenuRadioItemProps) {
  const { RadioItem, ItemIndicator } = useMenuParts();
  return (
    <RadioItem {...rest} className={menuItemStyles}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      <ItemIndicator>
        <Check aria-hidden className="size-4" />
      </ItemIndicator>
    </RadioItem>
  );
}
