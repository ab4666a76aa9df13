'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { AddRateDialog } from './add-rate-dialog';
import { RateHistory } from './rate-history';
import type { RateSubject } from './rate-subject';
import { rateDescriptions } from './rate-words';

export type OpenRatesDialogProps = { subject: RateSubject; onClose: () => void };

/** The history of a rate, and for admins the way to a new one. */
export function OpenRatesDialog({ subject, onClose }: OpenRatesDialogProps) {
  const { role } = usePerson();
  const canEdit = role === 'admin';
  const [isAdding, setIsAdding] = useState(false);
  if (isAdding) return <AddRateDialog subject={subject} open onOpenChange={setIsAdding} onSaved={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Hourly rate of ${subject.name}`}
      description={rateDescriptions[subject.kind]}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {canEdit && (
            <Button variant="primary" onClick={() => setIsAdding(true)}>
              <Plus aria-hidden />
              New rate
            </Button>
          )}
        </>
      }
    >
      <div className="-mx-3">
        <RateHistory subject={subject} canEdit={canEdit} />
      </div>
    </Dialog>
  );
}
