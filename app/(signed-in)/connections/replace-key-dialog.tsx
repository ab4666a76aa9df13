'use client';

import { Dialog } from '@/app/_ui/dialog';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { Connection } from '@/lib/contracts/connection';

const replaceKeyForm = late(async () => (await import('./replace-key-form')).ReplaceKeyForm);

type ReplaceKeyDialogProps = {
  connection: Connection;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function ReplaceKeyDialog({ connection, open, onOpenChange }: ReplaceKeyDialogProps) {
  const ReplaceKeyForm = useLate(replaceKeyForm, open);
  return (
    <Dialog
      open={open && ReplaceKeyForm !== null}
      onOpenChange={onOpenChange}
      title="Replace the API key"
      description={`The new key must belong to ${connection.workspace.name}. It is tested before it is saved.`}
    >
      {open && ReplaceKeyForm && <ReplaceKeyForm connection={connection} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}
