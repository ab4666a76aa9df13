'use client';

import { FormError } from '@/app/_ui/form-error';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import { UnknownWrite } from './unknown-write';
import { writeNames } from './write-names';

type NewIssueEndProps = {
  issue: {
    errors: Partial<Record<string, string>>;
    writeId: string | null;
    settle: (write: LinearWrite) => void;
  };
  onSettled: (write: LinearWrite) => void;
};

/** Below the fields: what was refused, or that nobody knows yet. */
export function NewIssueEnd({ issue: { errors, writeId, settle }, onSettled }: NewIssueEndProps) {
  return (
    <div className="mt-3 empty:hidden">
      <FormError message={errors['all']} />
      {writeId !== null && (
        <UnknownWrite
          writeId={writeId}
          what={writeNames.create}
          onSettled={(write) => {
            settle(write);
            onSettled(write);
          }}
        />
      )}
    </div>
  );
}
