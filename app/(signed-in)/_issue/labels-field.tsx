'use client';

import { useState } from 'react';
import { ChoiceButton } from '@/app/_ui/choice-button';
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
        <ChoiceButton {...control} isOpen={isOpen} chosen={names.join(', ')} placeholder="No labels" disabled={!team} />
      }
    >
      {team && <PickerList label="Find a label" choices={labelChoices(team)} value={value} onChoose={toggle} />}
    </Popover>
  );
}
