'use client';

import { Copy } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { DropdownMenu, MenuItem } from '@/app/_ui/dropdown-menu';
import type { SheetQuery } from './sheet-query';
import { useCopyWeek } from './use-copy-week';

export function CopyMenu({ query }: { query: SheetQuery }) {
  const { mutate, isPending } = useCopyWeek(query);
  return (
    <DropdownMenu
      trigger={
        <Button loading={isPending}>
          <Copy aria-hidden />
          Copy last week
        </Button>
      }
    >
      <MenuItem onSelect={() => mutate('rows')}>Rows</MenuItem>
      <MenuItem onSelect={() => mutate('hours')}>Rows and hours</MenuItem>
    </DropdownMenu>
  );
}
