'use client';

import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { toast } from '@/app/_ui/toast';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Currency } from '@/lib/kit/format-money';
import { RateForm } from './rate-form';
import { RateHistory } from './rate-history';
import type { RateSubject } from './rate-subject';
import { rateDescriptions, savedWords } from './rate-words';
import { useRateForm } from './use-rate-form';

export type OpenRatesDialogProps = {
  subject: RateSubject;
  money: Currency;
  /** Straight to a new rate, for admins. */
  startsNew: boolean;
  onClose: () => void;
};

/** The history of a rate, and for admins a new one. */
export function OpenRatesDialog({ subject, money, startsNew, onClose }: OpenRatesDialogProps) {
  const canEdit = usePerson().role === 'admin';
  const formId = useId();
  const [isAdding, setIsAdding] = useState(startsNew);
  const state = useRateForm({
    subject,
    money,
    onSaved: (saved) => {
      onClose();
      toast(savedWords(saved));
    },
  });
  function cancel() {
    if (startsNew) return onClose();
    state.form.reset();
    setIsAdding(false);
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={titleOf(subject, isAdding)}
      description={rateDescriptions[subject.kind]}
      footer={
        // With keys: a button that turned into the submit button while it is clicked would submit.
        isAdding ? (
          <>
            <Button key="cancel" onClick={cancel}>
              Cancel
            </Button>
            <Button key="save" type="submit" form={formId} variant="primary" loading={state.isSaving}>
              Save rate
            </Button>
          </>
        ) : (
          <>
            {/* Not on the first button of the table: it removes. */}
            <Button key="close" onClick={onClose} autoFocus={!canEdit}>
              Close
            </Button>
            {canEdit && (
              <Button key="new" variant="primary" autoFocus onClick={() => setIsAdding(true)}>
                <Plus aria-hidden />
                New rate
              </Button>
            )}
          </>
        )
      }
    >
      {isAdding ? (
        <RateForm id={formId} state={state} subject={subject} money={money} />
      ) : (
        <div className="-mx-3">
          <RateHistory subject={subject} canEdit={canEdit} />
        </div>
      )}
    </Dialog>
  );
}

function titleOf({ kind, name }: RateSubject, isNew: boolean): string {
  if (kind === 'installation') return isNew ? 'New default rate' : 'Default hourly rate';
  return isNew ? `New rate for ${name}` : `Hourly rate of ${name}`;
}
