'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useEffectEvent } from 'react';
import { Kbd } from './kbd';
import { keepActiveOption } from './keep-active-option';
import { menuItemStyles } from './menu-styles';
import type { PaletteAction, PaletteGroup } from './palette-action';
import { useFocusReturn } from './use-focus-return';

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  /** What was typed before the palette was there. */
  firstSearch: string;
  search: string;
  /** Told at every keystroke, for groups that come from a search. */
  onSearchChange: (search: string) => void;
  isSearching?: boolean | undefined;
};

export function CommandPalette(props: CommandPaletteProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Radix.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-xl animate-pop-in overflow-hidden rounded-md border border-line bg-raised shadow-float focus-visible:outline-none sm:top-[12vh]"
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <Palette {...props} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Palette({ onOpenChange, groups, firstSearch, search, onSearchChange, isSearching }: CommandPaletteProps) {
  // As if it were typed now: cmdk does not choose the first hit of a search that it begins with.
  const begin = useEffectEvent(() => firstSearch && onSearchChange(firstSearch));
  useEffect(() => void begin(), []);
  return (
    <Command ref={keepActiveOption} label="Search and commands" loop>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Command.Input
          value={search}
          onValueChange={onSearchChange}
          placeholder="Search or type a command"
          className="h-11 w-full bg-transparent text-base text-ink placeholder:text-faint focus-visible:outline-none pointer-coarse:text-lg"
        />
        <Kbd keys="esc" />
      </div>
      <Command.List className="max-h-[min(27rem,60vh)] overflow-y-auto p-1">
        <Command.Empty className="px-3 py-8 text-center text-muted text-sm">
          {isSearching ? 'Searching' : `Nothing found for "${search}".`}
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group.label}
            heading={group.label}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
          >
            {group.actions.map((action) => (
              <PaletteItem key={action.id} action={action} close={() => onOpenChange(false)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function PaletteItem({ action, close }: { action: PaletteAction; close: () => void }) {
  return (
    <Command.Item
      value={action.id}
      keywords={[action.label, ...(action.keywords ?? [])]}
      onSelect={() => {
        close();
        action.run();
      }}
      className={menuItemStyles}
    >
      {action.icon}
      <span className="min-w-0 flex-1 truncate">{action.label}</span>
      {action.hint && <span className="shrink-0 text-faint text-xs">{action.hint}</span>}
      {action.shortcut && <Kbd keys={action.shortcut} />}
    </Command.Item>
  );
}
