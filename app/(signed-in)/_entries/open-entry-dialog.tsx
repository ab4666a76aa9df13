'use client';

import { useId } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { EntryDraft } from './entry-fields';
import { EntryForm } from './entry-form';
import { EntryMenu } from './entry-menu';
import type { EntryActions } from './use-entry-actions';
import { useEntryForm } from './use-entry-form';
import { useIsReadOnly } from './use-is-read-only';
import { toastWritten } from './write-time';

export type OpenEntryDialogProps = {
  /** Null adds one. */
  entry: TimeEntry | null;
  /** What a new one starts with. */
  draft?: EntryDraft | undefined;
  /** What else can be done with it. */
  actions?: EntryActions | undefined;
  onClose: () => void;
};

export function OpenEntryDialog({ entry, draft = {}, actions, onClose }: OpenEntryDialogProps) {
  const { id: ownId } = usePerson();
  const formId = useId();
  const isReadOnly = useIsReadOnly(entry);
  const state = useEntryForm({
    entry,
    draft,
    onSaved: (saved) => {
      onClose();
      toastWritten(saved, entry ? 'Time entry saved.' : 'Time added.');
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
        <>
          {entry && actions && <EntryMenu entry={entry} actions={closingFirst(actions, onClose)} isOpen />}
          <Button onClick={onClose} autoFocus={isReadOnly}>
            {isReadOnly ? 'Close' : 'Cancel'}
          </Button>
          {!isReadOnly && (
            <Button type="submit" form={formId} variant="primary" loading={state.isSaving}>
              {entry ? 'Save' : 'Add time'}
            </Button>
          )}
        </>
      }
    >
      <EntryForm id={formId} state={state} isReadOnly={isReadOnly} />
    </Dialog>
  );
}

/** Another dialog takes the place of this one by itself. */
function closingFirst(actions: EntryActions, onClose: () => void): EntryActions {
  return {
    ...actions,
    duplicate: (entry, on) => {
      onClose();
      actions.duplicate(entry, on);
    },
    remove: (entry) => {
      onClose();
      actions.remove(entry);
    },
    startAgain: (entry) => {
      onClose();
      actions.startAgain(entry);
    },
  };
}
