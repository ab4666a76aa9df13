'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { CodeBlock } from '@/app/_ui/code-block';
import { Field } from '@/app/_ui/field';
import { PasswordInput } from '@/app/_ui/password-input';
import type { Connection } from '@/lib/contracts/connection';
import type { PushView } from '@/lib/contracts/push';
import { secretFault } from './secret-fault';
import { useAddWebhook } from './use-push';

type PasteWebhookProps = { connection: Connection; push: PushView };

/** What to paste where, and the secret that comes back. */
export function PasteWebhook({ connection, push }: PasteWebhookProps) {
  const [secret, setSecret] = useState('');
  const add = useAddWebhook(connection.id);
  const save = () => {
    if (secret.trim() === '' || add.isPending) return;
    add.mutate({ secret }, { onSuccess: () => setSecret('') });
  };
  return (
    <>
      <ol className="flex max-w-2xl list-decimal flex-col gap-3 pl-5 text-ink text-sm marker:text-muted">
        <li>In Linear, open Settings, API, and make a new webhook.</li>
        <li>
          <p className="mb-1">Give it this URL:</p>
          <CodeBlock code={push.url} label="Webhook URL" />
        </li>
        <li>
          Tick these: <span className="text-muted">{push.resourceTypes.map(nameType).join(', ')}.</span>
        </li>
        <li>Copy its signing secret and paste it here.</li>
      </ol>
      <form
        method="post"
        className="flex max-w-2xl flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Signing secret" className="min-w-0 flex-1 basis-60" error={secretFault(add.error)}>
          <PasswordInput
            what="secret"
            autoComplete="off"
            value={secret}
            onChange={(event) => {
              setSecret(event.target.value);
              add.reset();
            }}
          />
        </Field>
        <Button type="submit" loading={add.isPending} disabled={secret.trim() === ''}>
          Save secret
        </Button>
      </form>
    </>
  );
}

/** As Linear's own settings have it: "Issue labels". */
function nameType(type: string): string {
  const words = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}s`;
}
