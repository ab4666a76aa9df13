'use client';

import { Copy } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { DropdownMenu, MenuItem } from '@/app/_ui/dropdown-menu';
import type { CopyWhat } from './use-copy-week';

type CopyMenuProps = { isCopying: boolean; onCopy: (what: CopyWhat) => void };

export function CopyMenu({ isCopying, onCopy }: CopyMenuProps) {
  return (
    <DropdownMenu
      trigger={
        <Button loading={isCopying}>
          <Copy aria-hidden />
          Copy last week
        </Button>
      }
    >
      <MenuItem onSelect={() => onCopy('rows')}>Rows</MenuItem>
      <MenuItem onSelect={() => onCopy('hours')}>Rows and hours</MenuItem>
    </DropdownMenu>
  );
}
