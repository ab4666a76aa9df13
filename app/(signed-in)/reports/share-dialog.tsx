'use client';

import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { CodeBlock } from '@/app/_ui/code-block';
import { Dialog } from '@/app/_ui/dialog';
import type { NewReportShare, ReportQuery } from '@/lib/contracts/report';
import { ShareForm } from './share-form';
import { ShareList } from './share-list';

type ShareDialogProps = {
  query: ReportQuery;
  seesMoney: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a link to the report as it stands, and ends those that are out. */
export function ShareDialog({ query, seesMoney, open, onOpenChange }: ShareDialogProps) {
  const formId = useId();
  const [created, setCreated] = useState<NewReportShare | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  function change(next: boolean) {
    // While it is being made, closing would lose the only sight of the link.
    if (!next && isSaving) return;
    if (!next) setCreated(null);
    onOpenChange(next);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={created ? 'Copy the link now' : 'Share this report'}
      description={
        created
          ? 'It is shown this once. Whoever has it sees the report, without signing in.'
          : 'Whoever has the link sees the report, always up to date, without signing in.'
      }
      footer={
        created ? (
          <Button variant="primary" onClick={() => change(false)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => change(false)}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" loading={isSaving}>
              Create link
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-6">
        {created ? (
          <CodeBlock code={created.url} label="Link" />
        ) : (
          <ShareForm id={formId} query={query} seesMoney={seesMoney} onSaving={setIsSaving} onCreated={setCreated} />
        )}
        <ShareList />
      </div>
    </Dialog>
  );
}
