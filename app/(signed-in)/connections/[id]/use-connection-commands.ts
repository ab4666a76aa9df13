'use client';

import { usePaletteGroups } from '@/app/(signed-in)/_frame/palette-groups';
import { usePause } from '@/app/(signed-in)/connections/use-pause';
import { useStartSync } from '@/app/(signed-in)/connections/use-start-sync';
import type { Connection } from '@/lib/contracts/connection';
import type { Run, RunMode } from '@/lib/contracts/run';

type Options = { onDryRun: (started: Run) => void };

/** What can be done with a connection, for the header, the notices and the command palette. */
export function useConnectionCommands(connection: Connection, { onDryRun }: Options) {
  const { mutate, isPending } = useStartSync(connection.id);
  const pause = usePause(connection);
  const commands = {
    isStarting: isPending,
    isBusy: isPending || connection.activeRun !== null,
    isPausing: pause.isPending,
    togglePause: pause.toggle,
    syncNow: () => mutate({}),
    syncFull: () => mutate({ mode: 'full' }),
    dryRun: (mode: RunMode) => mutate({ mode, dryRun: true }, { onSuccess: onDryRun }),
    /** The list of a removal that was stopped: nothing is written, so nothing needs to stop it. */
    reviewRemoval: () => mutate({ mode: 'full', dryRun: true, allowLargeRemoval: true }, { onSuccess: onDryRun }),
    removeAnyway: (onStarted: () => void) =>
      mutate({ mode: 'full', allowLargeRemoval: true }, { onSuccess: onStarted }),
  };
  usePaletteGroups([
    {
      label: connection.name,
      actions: [
        { id: 'sync now', label: 'Sync now', run: commands.syncNow },
        { id: 'sync full', label: 'Full sync', run: commands.syncFull },
        { id: 'dry run', label: 'Dry run', run: () => commands.dryRun('incremental') },
        {
          id: 'pause',
          label: connection.schedule.enabled ? 'Pause the schedule' : 'Resume the schedule',
          run: commands.togglePause,
        },
      ],
    },
  ]);
  return commands;
}

export type ConnectionCommands = ReturnType<typeof useConnectionCommands>;
