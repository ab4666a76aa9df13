'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { controlStyles } from '@/app/_ui/control-styles';
import { useFieldControl } from '@/app/_ui/field-context';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { useLate } from '@/app/_ui/use-late';
import type { Subject } from './subject';
import { SubjectLine } from './subject-line';

const subjectList = late(async () => (await import('./subject-list')).SubjectList);

type TaskPickerProps = {
  value: Subject | null;
  onChange: (subject: Subject) => void;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
};

/** A task, or a project alone, found by identifier, title, address or branch. Put it in a Field. */
export function TaskPicker(props: TaskPickerProps) {
  const { value, onChange, placeholder = 'Choose a task or a project' } = props;
  const [isOpen, setIsOpen] = useState(false);
  const SubjectList = useLate(subjectList, isOpen);
  const control = useFieldControl({ id: props.id });
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label="Find a task or a project"
      isReady={SubjectList !== null}
      className="w-(--radix-popover-trigger-width) min-w-72 max-w-[calc(100vw-1rem)] p-1"
      trigger={
        <button
          {...control}
          type="button"
          role="combobox"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          disabled={props.disabled}
          className={cn(controlStyles, 'flex h-8 items-center justify-between gap-2 text-left', props.className)}
        >
          {value ? (
            <SubjectLine subject={value} className="flex-1" />
          ) : (
            <span className="flex-1 truncate text-faint">{placeholder}</span>
          )}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      {SubjectList && (
        <SubjectList
          onSelect={(subject) => {
            onChange(subject);
            setIsOpen(false);
          }}
        />
      )}
    </Popover>
  );
}
