'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Kbd } from './kbd';
import { keepActiveOption } from './keep-active-option';
import type { PaletteGroup } from './palette-action';
import { PaletteItem } from './palette-item';
import { useFocusReturn } from './use-focus-return';
import { usePaletteKeys } from './use-palette-keys';

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title?: string | undefined;
  placeholder?: string | undefined;
  groups: readonly PaletteGroup[];
  /** What it begins with. */
  firstSearch?: string | undefined;
  search: string;
  /** Told at every keystroke, for groups that come from a search. */
  onSearchChange: (search: string) => void;
  isSearching?: boolean | undefined;
  /** All groups come from the search: nothing is sifted here, and Enter waits for what was typed to be found. */
  isFoundElsewhere?: boolean | undefined;
  /** Instead of the list, when it is empty and nothing is being looked for. */
  empty?: ReactNode;
  footer?: ReactNode;
};

export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, title = 'Search and commands' } = props;
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Radix.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-xl animate-pop-in overflow-hidden rounded-md border border-line bg-raised shadow-float focus-visible:outline-none sm:top-[12vh]"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <Palette {...props} title={title} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Palette(props: CommandPaletteProps & { title: string }) {
  const { groups, firstSearch, search, onSearchChange, isSearching, isFoundElsewhere = false } = props;
  const close = () => props.onOpenChange(false);
  const { onPointerMove, ...keys } = usePaletteKeys({ groups, isSearching, isFoundElsewhere, close });
  // As if it were typed now: cmdk does not choose the first hit of a search that it begins with.
  const begin = useEffectEvent(() => firstSearch && onSearchChange(firstSearch));
  useEffect(() => void begin(), []);
  return (
    <Command ref={keepActiveOption} label={props.title} loop shouldFilter={!isFoundElsewhere} {...keys}>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Command.Input
          value={search}
          onValueChange={onSearchChange}
          placeholder={props.placeholder ?? 'Search or type a command'}
          className="h-11 w-full bg-transparent text-base text-ink placeholder:text-faint focus-visible:outline-none pointer-coarse:text-lg"
        />
        <Kbd keys="esc" className="pointer-coarse:hidden" />
      </div>
      <Command.List onPointerMove={onPointerMove} className="max-h-[min(27rem,60vh)] overflow-y-auto p-1">
        <Command.Empty className="px-3 py-8 text-center text-muted text-sm">
          {isSearching ? 'Searching' : (props.empty ?? `Nothing found for "${search}".`)}
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group.label}
            heading={group.label}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
          >
            {group.actions.map((action) => (
              <PaletteItem key={action.id} action={action} close={close} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {props.footer && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-3 py-1.5 text-faint text-xs pointer-coarse:hidden">
          {props.footer}
        </div>
      )}
    </Command>
  );
}
