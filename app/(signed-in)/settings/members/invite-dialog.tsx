'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { NewAccessLink } from '@/lib/contracts/person';
import { NewLinkDialog } from './new-link-dialog';

const inviteForm = late(async () => (await import('./invite-form')).InviteForm);

type InviteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const [link, setLink] = useState<NewAccessLink | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const InviteForm = useLate(inviteForm, open);

  if (link) {
    return (
      <NewLinkDialog
        link={link}
        name={link.email}
        onClose={() => {
          setLink(null);
          onOpenChange(false);
        }}
      />
    );
  }
  return (
    <Dialog
      open={open && InviteForm !== null}
      // While the link is being made, closing would lose the only sight of it.
      onOpenChange={(next) => !isSaving && onOpenChange(next)}
      title="Invite somebody"
      description="You get a link to pass on. No mail server is needed."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)} disabled={isSaving}>
            Cancel
          </Button>
          <Button type="submit" form="invite" variant="primary" loading={isSaving}>
            Make invite link
          </Button>
        </>
      }
    >
      {InviteForm && <InviteForm id="invite" onSaving={setIsSaving} onInvited={setLink} />}
    </Dialog>
  );
}
