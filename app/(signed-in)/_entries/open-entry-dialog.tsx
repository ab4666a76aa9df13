'use client';

import { useId } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { toast } from '@/app/_ui/toast';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { EntryDraft } from './entry-fields';
import { EntryForm } from './entry-form';
import { useEntryForm } from './use-entry-form';

export type OpenEntryDialogProps = {
  /** Null adds one. */
  entry: TimeEntry | null;
  /** What a new one starts with. */
  draft?: EntryDraft | undefined;
  onClose: () => void;
};

export function OpenEntryDialog({ entry, draft = {}, onClose }: OpenEntryDialogProps) {
  const { id: ownId, role } = usePerson();
  const formId = useId();
  const isReadOnly = (entry?.isLocked ?? false) && role !== 'admin';
  const state = useEntryForm({
    entry,
    draft,
    onSaved: () => {
      onClose();
      toast(entry ? 'Time entry saved.' : 'Time added.');
    },
  });
  const isOthers = entry !== null && entry.user.id !== ownId;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={entry === null ? 'Add time' : isReadOnly ? 'Time entry' : 'Edit time entry'}
      description={isOthers ? `Time of ${entry.user.name}` : undefined}
      footer={
        isReadOnly ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" loading={state.isSaving}>
              {entry ? 'Save' : 'Add time'}
            </Button>
          </>
        )
      }
    >
      <EntryForm id={formId} state={state} isReadOnly={isReadOnly} />
    </Dialog>
  );
}
