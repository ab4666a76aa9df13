'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { controlStyles } from '@/app/_ui/control-styles';
import { useFieldControl } from '@/app/_ui/field-context';
import { Popover } from '@/app/_ui/popover';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import { labelChoices, toggledLabel } from './issue-choices';
import { PickerList } from './picker-list';

type LabelsFieldProps = {
  team: TeamOptions | undefined;
  value: readonly string[];
  onChange: (labelIds: string[]) => void;
};

export function LabelsField({ team, value, onChange }: LabelsFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const control = useFieldControl({});
  const names = value.flatMap((id) => team?.labels.find((label) => label.id === id)?.name ?? []);

  function toggle(id: string) {
    if (!team) return;
    const { addLabelIds, removeLabelIds } = toggledLabel(team, value, id);
    onChange([...value.filter((each) => !removeLabelIds.includes(each)), ...addLabelIds]);
  }
  return (
    <Popover
      label="Find a label"
      open={isOpen}
      onOpenChange={setIsOpen}
      className="w-(--radix-popover-trigger-width) min-w-56 p-1"
      trigger={
        <button
          {...control}
          type="button"
          role="combobox"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          disabled={!team}
          className={cn(controlStyles, 'flex h-8 items-center justify-between gap-2 text-left')}
        >
          <span className={cn('flex-1 truncate', names.length === 0 && 'text-faint')}>
            {names.join(', ') || 'No labels'}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      {team && <PickerList label="Find a label" choices={labelChoices(team)} value={value} onChoose={toggle} />}
    </Popover>
  );
}
