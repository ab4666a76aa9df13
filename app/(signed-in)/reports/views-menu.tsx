'use client';

import { Bookmark, BookmarkPlus, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Button } from '@/app/_ui/button';
import {
  DropdownMenu,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/app/_ui/dropdown-menu';
import { useCurrentView } from './use-current-view';
import type { ReportFilterState } from './use-report-filters';
import { type ViewAim, ViewDialog } from './view-dialog';

/** Reports that somebody wants again: opened, kept, and changed from here. */
export function ViewsMenu({ state }: { state: ReportFilterState }) {
  const { views, current, isEdited, openView, update, remove, setCurrent } = useCurrentView(state);
  const [aim, setAim] = useState<ViewAim | null>(null);
  return (
    <>
      <DropdownMenu
        className="w-60"
        trigger={
          <Button className="min-w-0 max-w-56 max-sm:max-w-44">
            <Bookmark aria-hidden />
            <span className="truncate">{current ? current.name : 'Views'}</span>
            {isEdited && <Badge>Edited</Badge>}
          </Button>
        }
      >
        <MenuLabel>{views.length > 0 ? 'Saved views' : 'No saved views yet'}</MenuLabel>
        <MenuRadioGroup value={current?.id ?? ''} onValueChange={openView}>
          {views.map(({ id, name }) => (
            <MenuRadioItem key={id} value={id}>
              {name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        {current && isEdited && (
          <MenuItem icon={<RefreshCw aria-hidden />} onSelect={update}>
            Update view
          </MenuItem>
        )}
        <MenuItem icon={<BookmarkPlus aria-hidden />} onSelect={() => setAim({ kind: 'save', query: state.query })}>
          Save as a new view
        </MenuItem>
        {current && (
          <>
            <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAim({ kind: 'rename', view: current })}>
              Rename view
            </MenuItem>
            <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={remove}>
              Delete view
            </MenuItem>
          </>
        )}
      </DropdownMenu>
      <ViewDialog aim={aim} onClose={() => setAim(null)} onSaved={setCurrent} />
    </>
  );
}
