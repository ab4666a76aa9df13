'use client';

import { ChevronDown, RefreshCw } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/app/_ui/dropdown-menu';
import type { ConnectionCommands } from './use-connection-commands';

export function SyncButton({ commands }: { commands: ConnectionCommands }) {
  const { isBusy, syncNow, syncFull, dryRun } = commands;
  return (
    <div className="flex">
      <Button variant="primary" loading={isBusy} onClick={syncNow} className="rounded-r-none">
        {!isBusy && <RefreshCw aria-hidden />}
        {isBusy ? 'Syncing' : 'Sync now'}
      </Button>
      <DropdownMenu
        className="w-72"
        trigger={
          <Button
            variant="primary"
            aria-label="More ways to sync"
            disabled={isBusy}
            className="-ml-px rounded-l-none border-l-white/25 px-1.5 pointer-coarse:min-w-11"
          >
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={syncFull}>Full sync</MenuItem>
        <MenuLabel>Compares every issue, finds deleted ones too.</MenuLabel>
        <MenuSeparator />
        <MenuItem onSelect={() => dryRun('incremental')}>Dry run</MenuItem>
        <MenuItem onSelect={() => dryRun('full')}>Full dry run</MenuItem>
        <MenuLabel>Lists what would change, writes nothing.</MenuLabel>
      </DropdownMenu>
    </div>
  );
}
