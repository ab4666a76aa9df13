'use client';

import { useEffect, useRef } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  const isTold = errors['all'] !== undefined || writeId !== null;
  useEffect(() => {
    // On a small screen it comes in below what the dialog shows.
    if (isTold) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isTold]);
  return (
    <div ref={box} className="mt-3 empty:hidden">
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
