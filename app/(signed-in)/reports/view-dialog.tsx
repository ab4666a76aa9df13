'use client';

import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { ReportQuery, ReportView } from '@/lib/contracts/report';

const viewForm = late(async () => (await import('./view-form')).ViewForm);

export type ViewAim = { kind: 'save'; query: ReportQuery } | { kind: 'rename'; view: ReportView };

type ViewDialogProps = {
  /** Null while it is closed. */
  aim: ViewAim | null;
  onClose: () => void;
  onSaved: (viewId: string) => void;
};

export function ViewDialog({ aim, onClose, onSaved }: ViewDialogProps) {
  const formId = useId();
  const [isSaving, setIsSaving] = useState(false);
  const ViewForm = useLate(viewForm, aim !== null);
  return (
    <Dialog
      open={aim !== null && ViewForm !== null}
      onOpenChange={onClose}
      size="sm"
      title={aim?.kind === 'rename' ? 'Rename view' : 'Save view'}
      description={aim?.kind === 'save' ? 'Keeps range, filters and grouping. Only you see it.' : undefined}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isSaving}>
            {aim?.kind === 'rename' ? 'Rename' : 'Save view'}
          </Button>
        </>
      }
    >
      {ViewForm && aim && (
        <ViewForm
          id={formId}
          aim={aim}
          onSaving={setIsSaving}
          onSaved={(id) => {
            onClose();
            onSaved(id);
          }}
        />
      )}
    </Dialog>
  );
}
