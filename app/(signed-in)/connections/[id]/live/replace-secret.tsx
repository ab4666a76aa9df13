'use client';

import { KeyRound } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Field } from '@/app/_ui/field';
import { IconButton } from '@/app/_ui/icon-button';
import { PasswordInput } from '@/app/_ui/password-input';
import { useFocusOnceGone } from '@/app/_ui/use-focus-once-gone';
import type { PushView, Webhook } from '@/lib/contracts/push';
import { secretFault } from './secret-fault';
import { useReplaceSecret } from './use-push';

type ReplaceSecretProps = { connectionId: string; webhook: Webhook; push: PushView; name: string };

const buttonId = (webhookId: string) => `replace ${webhookId}`;

/** For a webhook that was made by hand: only Linear shows its secret. */
export function ReplaceSecret(props: ReplaceSecretProps) {
  const [isOpen, setIsOpen] = useState(false);
  const focusOnceGone = useFocusOnceGone();
  return (
    <>
      <IconButton
        id={buttonId(props.webhook.id)}
        size="sm"
        label={`Replace the secret: ${props.name}`}
        icon={<KeyRound aria-hidden />}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <ReplaceDialog
          {...props}
          onClose={() => setIsOpen(false)}
          onAdded={(webhookId) => focusOnceGone(buttonId(webhookId))}
        />
      )}
    </>
  );
}

type ReplaceDialogProps = ReplaceSecretProps & { onClose: () => void; onAdded: (webhookId: string) => void };

function ReplaceDialog({ connectionId, webhook, push, onClose, onAdded }: ReplaceDialogProps) {
  const formId = useId();
  const [secret, setSecret] = useState('');
  const { mutate, reset, isPending, data, error } = useReplaceSecret({
    connectionId,
    old: webhook,
    known: push.webhooks,
    onAdded,
  });
  const isEmpty = secret.trim() === '';
  function save() {
    if (isEmpty || isPending) return;
    mutate(secret, { onSuccess: (state) => state === 'replaced' && onClose() });
  }
  const fault = data === 'kept' ? 'This secret is kept already.' : secretFault(error);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Replace the secret"
      description="Copy the signing secret of the webhook in Linear, under Settings, API. The one kept here is forgotten."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending} disabled={isEmpty}>
            Replace secret
          </Button>
        </>
      }
    >
      <form
        id={formId}
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="New signing secret" error={fault}>
          <PasswordInput
            what="secret"
            autoComplete="off"
            value={secret}
            onChange={(event) => {
              setSecret(event.target.value);
              reset();
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
