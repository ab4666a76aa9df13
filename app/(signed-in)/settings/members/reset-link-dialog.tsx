'use client';

import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { FormError } from '@/app/_ui/form-error';
import type { Member } from '@/lib/contracts/person';
import { NewLinkDialog } from './new-link-dialog';
import { useMakeResetLink } from './use-members';

/** Asks first: a link to choose a new password is as good as the password. */
export function ResetLinkDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const make = useMakeResetLink();
  if (make.data) return <NewLinkDialog link={make.data} name={member.name} onClose={onClose} />;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Reset the password of ${member.name}?`}
      description="You get a link to pass on, with which they choose a new password. Until they do, the old one works."
      confirmLabel="Make reset link"
      loading={make.isPending}
      onConfirm={() => make.mutate(member.id)}
    >
      <FormError message={make.error?.message} />
    </ConfirmDialog>
  );
}
