'use client';

import { late } from '@/app/_ui/late';
import { ShortcutsDialog } from '@/app/_ui/shortcuts-dialog';
import { useLate } from '@/app/_ui/use-late';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { useTypedAhead } from '@/app/_ui/use-typed-ahead';
import { useWasTrue } from '@/app/_ui/use-was-true';
import { appActions, usePlaces } from './use-frame-actions';

const framePalette = late(async () => (await import('./frame-palette')).FramePalette);

export type FrameDialog = 'palette' | 'shortcuts' | null;

type FrameCommandsProps = {
  dialog: FrameDialog;
  setDialog: (dialog: FrameDialog) => void;
  toggleSidebar: () => void;
};

/** The keyboard's side of the frame: what works everywhere, and the two dialogs that help with it. */
export function FrameCommands({ dialog, setDialog, toggleSidebar }: FrameCommandsProps) {
  const places = usePlaces();
  const actions = appActions({ toggleSidebar, showShortcuts: () => setDialog('shortcuts') });
  const isPaletteWanted = useWasTrue(dialog === 'palette');
  const FramePalette = useLate(framePalette, isPaletteWanted);
  useTypedAhead(dialog === 'palette');

  useShortcuts([
    { keys: 'mod+k', label: 'Search or type a command', run: () => setDialog('palette') },
    ...[...places, ...actions].flatMap(({ id, label, shortcut, run }) =>
      shortcut ? [{ keys: shortcut, label, run, ...(id.startsWith('go ') && goTo) }] : [],
    ),
  ]);

  return (
    <>
      {FramePalette && isPaletteWanted && (
        <FramePalette
          open={dialog === 'palette'}
          onOpenChange={(open) => setDialog(open ? 'palette' : null)}
          places={places}
          actions={actions}
        />
      )}
      <ShortcutsDialog open={dialog === 'shortcuts'} onOpenChange={(open) => setDialog(open ? 'shortcuts' : null)} />
    </>
  );
}

const goTo = { group: 'Go to' };
