'use client';

import { useRef } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { plural } from '@/app/_ui/format-number';
import { collectionWords } from '@/app/(signed-in)/linear/collection-words';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';
import { keptAnyway } from './collection-uses';

type LeaveDialogProps = {
  /** Empty: nothing is asked. */
  left: ChosenCollection[];
  countOf: (collection: ChosenCollection) => number;
  onClose: () => void;
  onConfirm: () => void;
};

export function LeaveDialog({ left, countOf, onClose, onConfirm }: LeaveDialogProps) {
  // Its words stay while it goes.
  const asked = useRef(left);
  if (left.length > 0) asked.current = left;
  const { noun, removed } = tell(asked.current, countOf);
  return (
    <ConfirmDialog
      open={left.length > 0}
      onOpenChange={(open) => !open && onClose()}
      title={`Stop reading ${noun}?`}
      description={`Removes ${removed} from Trackline. Linear keeps them.`}
      confirmLabel="Stop reading"
      danger
      onConfirm={() => {
        onConfirm();
        onClose();
      }}
    />
  );
}

function tell(asked: ChosenCollection[], countOf: (collection: ChosenCollection) => number) {
  const copied = asked.filter((each) => !keptAnyway.has(each));
  const count = copied.reduce((sum, each) => sum + countOf(each), 0);
  const [only] = copied;
  if (only && asked.length === 1) {
    const { title, noun } = collectionWords[only];
    const one = only === 'users' ? 'person' : title.toLowerCase().replace(/s$/, '');
    return { noun, removed: plural(count, one, noun) };
  }
  return { noun: 'all but the issues', removed: plural(count, 'copy', 'copies') };
}
