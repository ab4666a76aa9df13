'use client';

import { ArrowDownNarrowWide, ArrowUpNarrowWide } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { DropdownMenu, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/app/_ui/dropdown-menu';
import type { TaskSort } from '@/lib/contracts/task';
import { taskSorts } from '@/lib/contracts/values';
import { type Direction, firstDirection } from './task-filters';
import { sortNames } from './task-words';

const directionNames: Record<TaskSort, Record<Direction, string>> = {
  updated: { desc: 'Newest first', asc: 'Oldest first' },
  created: { desc: 'Newest first', asc: 'Oldest first' },
  identifier: { asc: 'Lowest first', desc: 'Highest first' },
  title: { asc: 'A to Z', desc: 'Z to A' },
  priority: { asc: 'Most urgent first', desc: 'Least urgent first' },
  due: { asc: 'Soonest first', desc: 'Latest first' },
};

type SortMenuProps = {
  sort: TaskSort;
  direction: Direction;
  onChange: (change: { sort: TaskSort; order: Direction | null }) => void;
};

export function SortMenu({ sort, direction, onChange }: SortMenuProps) {
  const Icon = direction === 'asc' ? ArrowUpNarrowWide : ArrowDownNarrowWide;
  function setDirection(next: Direction) {
    onChange({ sort, order: next === firstDirection[sort] ? null : next });
  }
  return (
    <DropdownMenu
      className="w-52"
      trigger={
        <Button aria-label={`Sort: ${sortNames[sort]}, ${directionNames[sort][direction].toLowerCase()}`}>
          <Icon aria-hidden />
          {sortNames[sort]}
        </Button>
      }
    >
      <MenuLabel>Sort by</MenuLabel>
      <MenuRadioGroup value={sort} onValueChange={(next) => onChange({ sort: next as TaskSort, order: null })}>
        {taskSorts.map((option) => (
          <MenuRadioItem key={option} value={option}>
            {sortNames[option]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuRadioGroup value={direction} onValueChange={(next) => setDirection(next === 'asc' ? 'asc' : 'desc')}>
        {(['asc', 'desc'] as const).map((option) => (
          <MenuRadioItem key={option} value={option}>
            {directionNames[sort][option]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </DropdownMenu>
  );
}
