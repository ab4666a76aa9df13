'use client';

import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { EntryHistory } from './entry-history';
import { subjectName } from './subject';

type HistoryDialogProps = { entry: TimeEntry; onClose: () => void };

export function HistoryDialog({ entry, onClose }: HistoryDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="History"
      description={subjectName(entry)}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <EntryHistory entryId={entry.id} />
    </Dialog>
  );
}
