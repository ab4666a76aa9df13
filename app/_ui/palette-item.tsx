'use client';

import { Command } from 'cmdk';
import { Pin } from 'lucide-react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { menuItemStyles } from './menu-styles';
import type { PaletteAction } from './palette-action';

type PaletteItemProps = { action: PaletteAction; close: () => void };

export function PaletteItem({ action, close }: PaletteItemProps) {
  const { id, label, keywords = [], icon, hint, shortcut, pin } = action;
  return (
    <Command.Item
      value={id}
      keywords={[label, ...keywords]}
      onSelect={() => {
        close();
        action.run();
      }}
      className={cn('group', menuItemStyles)}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {pin?.isPinned && <span className="sr-only">Pinned</span>}
      {hint && <span className="max-w-40 shrink-0 truncate text-faint text-xs max-sm:hidden">{hint}</span>}
      {shortcut && <Kbd keys={shortcut} />}
      {pin && <PinMark {...pin} />}
    </Command.Item>
  );
}

/** For a pointer; an option may hold no button, and the keyboard has its own key. */
function PinMark({ isPinned, toggle }: NonNullable<PaletteAction['pin']>) {
  return (
    <span
      aria-hidden
      title={isPinned ? 'Unpin' : 'Pin'}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      className={cn(
        'flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:text-ink pointer-coarse:size-11 pointer-fine:opacity-0 pointer-fine:group-hover:opacity-100 pointer-fine:group-data-[selected=true]:opacity-100',
        isPinned && 'pointer-fine:opacity-100',
      )}
    >
      <Pin className={cn('size-3.5', isPinned && 'fill-current text-accent-text')} />
    </span>
  );
}
