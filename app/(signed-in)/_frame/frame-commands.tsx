'use client';

import { CommandPalette } from '@/app/_ui/command-palette';
import { ShortcutsDialog } from '@/app/_ui/shortcuts-dialog';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { useTaskPalette } from '@/app/(signed-in)/tasks/use-task-palette';
import { listPaletteGroups } from './palette-groups';
import { appActions, usePlaces, useThemeActions } from './use-frame-actions';

export type FrameDialog = 'palette' | 'shortcuts' | null;

type FrameCommandsProps = {
  dialog: FrameDialog;
  setDialog: (dialog: FrameDialog) => void;
  toggleSidebar: () => void;
};

/** The keyboard's side of the frame: what works everywhere, and the two dialogs that help with it. */
export function FrameCommands({ dialog, setDialog, toggleSidebar }: FrameCommandsProps) {
  const places = usePlaces();
  const themes = useThemeActions();
  const tasks = useTaskPalette();
  const actions = appActions({ toggleSidebar, showShortcuts: () => setDialog('shortcuts') });

  useShortcuts([
    { keys: 'mod+k', label: 'Search or type a command', run: () => setDialog('palette') },
    ...[...places, ...actions].flatMap(({ id, label, shortcut, run }) =>
      shortcut ? [{ keys: shortcut, label, run, ...(id.startsWith('go ') && goTo) }] : [],
    ),
  ]);

  return (
    <>
      <CommandPalette
        open={dialog === 'palette'}
        onOpenChange={(open) => {
          if (!open) tasks.setTyped('');
          setDialog(open ? 'palette' : null);
        }}
        onSearchChange={tasks.setTyped}
        isSearching={tasks.isSearching}
        groups={[
          ...(dialog === 'palette' ? listPaletteGroups() : []),
          ...tasks.groups,
          { label: goTo.group, actions: places },
          { label: 'Trackline', actions: [...themes, ...actions] },
        ]}
      />
      <ShortcutsDialog open={dialog === 'shortcuts'} onOpenChange={(open) => setDialog(open ? 'shortcuts' : null)} />
    </>
  );
}

const goTo = { group: 'Go to' };
