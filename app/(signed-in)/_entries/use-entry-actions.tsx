'use client';

import { type ReactNode, useState } from 'react';
import { late } from '@/app/_ui/late';
import { toast } from '@/app/_ui/toast';
import { useLate } from '@/app/_ui/use-late';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Day } from '@/lib/time/local-day';
import { EntryDialog } from './entry-dialog';
import type { EntryDraft } from './entry-fields';
import { useDeleteEntry } from './use-delete-entry';
import { useDuplicateEntry } from './use-duplicate-entry';
import { useStartAgain } from './use-start-again';
import { toastWritten } from './write-time';

const splitDialog = late(async () => (await import('./split-dialog')).SplitDialog);
const historyDialog = late(async () => (await import('./history-dialog')).HistoryDialog);

type Shown =
  | { kind: 'add'; draft: EntryDraft }
  | { kind: 'edit'; entry: TimeEntry }
  | { kind: 'split'; entry: TimeEntry }
  | { kind: 'history'; entry: TimeEntry };

export type EntryActions = {
  add: (draft: EntryDraft) => void;
  /** Shows a locked entry as well, to read. */
  edit: (entry: TimeEntry) => void;
  split: (entry: TimeEntry) => void;
  showHistory: (entry: TimeEntry) => void;
  /** Without a day: on its own. */
  duplicate: (entry: TimeEntry, on?: Day) => void;
  remove: (entry: TimeEntry) => void;
  startAgain: (entry: TimeEntry) => void;
};

/** What can be done with entries, on any screen that shows some. Render `dialogs` once. */
export function useEntryActions(): { actions: EntryActions; dialogs: ReactNode } {
  const [shown, setShown] = useState<Shown | null>(null);
  const { mutate: remove } = useDeleteEntry();
  const { mutate: duplicate } = useDuplicateEntry();
  const startAgain = useStartAgain();
  const edit = (entry: TimeEntry) => setShown({ kind: 'edit', entry });
  const actions: EntryActions = {
    add: (draft) => setShown({ kind: 'add', draft }),
    edit,
    split: (entry) => setShown({ kind: 'split', entry }),
    showHistory: (entry) => setShown({ kind: 'history', entry }),
    duplicate: (entry, on) =>
      duplicate(
        { entry, on },
        {
          onSuccess: (copy) => {
            if (copy === null) toastWritten(copy, '');
            else toast('Time entry duplicated.', { action: { label: 'Edit', onClick: () => edit(copy) } });
          },
        },
      ),
    remove: (entry) => remove(entry),
    startAgain,
  };
  return { actions, dialogs: <EntryDialogs shown={shown} actions={actions} onClose={() => setShown(null)} /> };
}

type EntryDialogsProps = { shown: Shown | null; actions: EntryActions; onClose: () => void };

function EntryDialogs({ shown, actions, onClose }: EntryDialogsProps) {
  const SplitDialog = useLate(splitDialog, shown?.kind === 'split');
  const HistoryDialog = useLate(historyDialog, shown?.kind === 'history');
  return (
    <>
      <EntryDialog
        open={shown?.kind === 'add' || shown?.kind === 'edit'}
        onOpenChange={onClose}
        entry={shown?.kind === 'edit' ? shown.entry : null}
        draft={shown?.kind === 'add' ? shown.draft : undefined}
        actions={actions}
      />
      {SplitDialog && shown?.kind === 'split' && <SplitDialog entry={shown.entry} onClose={onClose} />}
      {HistoryDialog && shown?.kind === 'history' && <HistoryDialog entry={shown.entry} onClose={onClose} />}
    </>
  );
}
