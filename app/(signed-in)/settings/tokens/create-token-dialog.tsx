'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { CodeBlock } from '@/app/_ui/code-block';
import { Dialog } from '@/app/_ui/dialog';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { NewApiToken } from '@/lib/contracts/token';
import { ExampleCall } from './example-call';

const createTokenForm = late(async () => (await import('./create-token-form')).CreateTokenForm);

type CreateTokenDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function CreateTokenDialog({ open, onOpenChange }: CreateTokenDialogProps) {
  const [created, setCreated] = useState<NewApiToken | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const CreateTokenForm = useLate(createTokenForm, open);

  function change(next: boolean) {
    // While it is being made, closing would lose the only sight of the token.
    if (!next && isSaving) return;
    if (!next) setCreated(null);
    onOpenChange(next);
  }

  if (created) {
    return (
      <Dialog
        open={open}
        onOpenChange={change}
        title="Copy your token now"
        footer={
          <Button variant="primary" onClick={() => change(false)}>
            Done
          </Button>
        }
      >
        <div className="grid grid-cols-1 gap-4">
          <Callout tone="warning">It is shown this once. Keep it like a password.</Callout>
          <CodeBlock code={created.token} label="Token" />
          <ExampleCall token={created.token} />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open && CreateTokenForm !== null}
      onOpenChange={change}
      title="New API token"
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form="create-token" variant="primary" loading={isSaving}>
            Create token
          </Button>
        </>
      }
    >
      {CreateTokenForm && <CreateTokenForm id="create-token" onSaving={setIsSaving} onCreated={setCreated} />}
    </Dialog>
  );
}
