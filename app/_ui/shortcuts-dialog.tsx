'use client';

import { Dialog } from './dialog';
import { Kbd } from './kbd';
import { listShortcuts, type Shortcut } from './shortcuts';

type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Lists what works on the page that is open. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="md">
      {open && <Groups shortcuts={listShortcuts()} />}
    </Dialog>
  );
}

function Groups({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const group = shortcut.group ?? 'Anywhere';
    groups.set(group, [...(groups.get(group) ?? []), shortcut]);
  }
  return (
    <div className="flex flex-col gap-4">
      {[...groups].map(([group, items]) => (
        <section key={group}>
          <h3 className="mb-1 text-faint text-xs">{group}</h3>
          <ul>
            {items.map(({ keys, label }) => (
              <li key={keys} className="flex h-8 items-center justify-between gap-4 text-ink">
                {label}
                <Kbd keys={keys} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
