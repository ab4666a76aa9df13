'use client';

import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { useLate } from '@/app/_ui/use-late';
import type { Subject } from '@/app/(signed-in)/_entries/subject';

const subjectList = late(async () => (await import('@/app/(signed-in)/_entries/subject-list')).SubjectList);

type AddRowProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdd: (subject: Subject) => void;
  /** Where the focus goes after a row was added. */
  onAdded: (subject: Subject) => void;
};

export function AddRow({ open, onOpenChange, onAdd, onAdded }: AddRowProps) {
  const SubjectList = useLate(subjectList, open);
  const added = useRef<Subject | null>(null);
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      label="Find a task or a project"
      isReady={SubjectList !== null}
      align="end"
      className="w-96 p-1"
      onReturnFocus={() => {
        const subject = added.current;
        added.current = null;
        if (subject) onAdded(subject);
        return subject !== null;
      }}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Add a row
        </Button>
      }
    >
      {SubjectList && (
        <SubjectList
          onSelect={(subject) => {
            added.current = subject;
            onAdd(subject);
            onOpenChange(false);
          }}
        />
      )}
    </Popover>
  );
}
