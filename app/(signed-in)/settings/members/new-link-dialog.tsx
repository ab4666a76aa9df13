'use client';

import { Button } from '@/app/_ui/button';
import { CodeBlock } from '@/app/_ui/code-block';
import { Dialog } from '@/app/_ui/dialog';
import { formatFull } from '@/app/_ui/format-time';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import type { NewAccessLink } from '@/lib/contracts/person';

type NewLinkDialogProps = {
  link: NewAccessLink;
  /** Whom to send it to. */
  name: string;
  onClose: () => void;
};

/** The one time that a link is shown. */
export function NewLinkDialog({ link, name, onClose }: NewLinkDialogProps) {
  const timeZone = useTimeZone();
  const isInvite = link.kind === 'invite';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isInvite ? 'Send this invite link' : 'Send this reset link'}
      description={`Trackline sends no e-mail: pass it to ${name} yourself. It is shown this once.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-2">
        <CodeBlock code={link.url} label={isInvite ? 'Invite link' : 'Reset link'} />
        <p className="figures text-muted text-xs">
          Works once, until {formatFull(new Date(link.expiresAt).getTime(), timeZone)}.
        </p>
      </div>
    </Dialog>
  );
}
