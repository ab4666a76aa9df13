'use client';

import { Kbd } from './kbd';
import { addShortcuts } from './shortcuts';
import { toast } from './toast';

const undoMilliseconds = 5000;
let count = 0;

/** "Token deleted." with a way back for five seconds, by its button or with z. */
export function toastUndo(message: string, onUndo: () => void): void {
  count += 1;
  const id = `undo ${count}`;
  let isOver = false;
  const removeShortcut = addShortcuts({ current: [{ keys: 'z', label: 'Undo', group: 'Anywhere', run: undo }] });

  function end() {
    if (isOver) return;
    isOver = true;
    removeShortcut();
  }
  function undo() {
    end();
    toast.dismiss(id);
    onUndo();
  }
  toast(message, {
    id,
    duration: undoMilliseconds,
    action: { label: <UndoLabel />, onClick: undo },
    onAutoClose: end,
    onDismiss: end,
  });
}

function UndoLabel() {
  return (
    <span className="inline-flex items-center gap-1.5">
      Undo
      <span aria-hidden className="inline-flex pointer-coarse:hidden">
        <Kbd keys="z" />
      </span>
    </span>
  );
}
