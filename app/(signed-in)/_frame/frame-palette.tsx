'use client';

import { CommandPalette } from '@/app/_ui/command-palette';
import { Kbd } from '@/app/_ui/kbd';
import type { PaletteAction } from '@/app/_ui/palette-action';
import { useTimerPalette } from '@/app/(signed-in)/_timer/use-timer-palette';
import { useTaskPalette } from '@/app/(signed-in)/tasks/use-task-palette';
import { listPaletteGroups } from './palette-groups';
import { useThemeActions } from './use-frame-actions';

type FramePaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly PaletteAction[];
  actions: readonly PaletteAction[];
};

/** All that can be found and done from anywhere: the screen's own commands first. */
export function FramePalette({ open, onOpenChange, places, actions }: FramePaletteProps) {
  const themes = useThemeActions();
  const tasks = useTaskPalette();
  const timer = useTimerPalette();
  return (
    <CommandPalette
      open={open}
      onOpenChange={(next) => {
        if (!next) tasks.setTyped('');
        onOpenChange(next);
      }}
      search={tasks.typed}
      onSearchChange={tasks.setTyped}
      isSearching={tasks.isSearching}
      footer={
        <>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys="enter" />
            Open or run
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys="mod+enter" />
            Start the timer on a task
          </span>
        </>
      }
      groups={[
        ...(open ? listPaletteGroups() : []),
        ...tasks.groups,
        timer,
        { label: 'Go to', actions: places },
        { label: 'Trackline', actions: [...themes, ...actions] },
      ]}
    />
  );
}
