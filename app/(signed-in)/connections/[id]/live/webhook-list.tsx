'use client';

import { RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { IconButton } from '@/app/_ui/icon-button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import type { Connection } from '@/lib/contracts/connection';
import type { PushView, Webhook } from '@/lib/contracts/push';
import { ReplaceSecret } from './replace-secret';
import { useRemoveWebhook, useRotateWebhook } from './use-push';

type Asked = { what: 'rotate' | 'remove'; webhook: Webhook };

export function WebhookList({ connection, push }: { connection: Connection; push: PushView }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <ul aria-label="Webhooks" className="flex flex-col border-line border-t pt-1">
        {push.webhooks.map((webhook) => (
          <WebhookRow
            key={webhook.id}
            connectionId={connection.id}
            push={push}
            webhook={webhook}
            onAsk={(what) => setAsked({ what, webhook })}
          />
        ))}
      </ul>
      <AskedDialog connectionId={connection.id} asked={asked} onDone={() => setAsked(null)} />
    </>
  );
}

type WebhookRowProps = {
  connectionId: string;
  push: PushView;
  webhook: Webhook;
  onAsk: (what: Asked['what']) => void;
};

function WebhookRow({ connectionId, push, webhook, onAsk }: WebhookRowProps) {
  const name = nameOf(webhook);
  return (
    <li className="flex min-h-9 items-center gap-1 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate text-ink">{name}</p>
        <p className="text-muted text-xs">
          {webhook.origin === 'created' ? 'Made by Trackline' : 'Made by hand'} <RelativeTime at={webhook.createdAt} />
        </p>
      </div>
      {webhook.origin === 'created' ? (
        <IconButton
          size="sm"
          label={`Rotate the secret: ${name}`}
          icon={<RotateCw aria-hidden />}
          onClick={() => onAsk('rotate')}
        />
      ) : (
        <ReplaceSecret connectionId={connectionId} push={push} webhook={webhook} name={name} />
      )}
      <IconButton
        size="sm"
        label={`Remove webhook: ${name}`}
        icon={<Trash2 aria-hidden />}
        onClick={() => onAsk('remove')}
      />
    </li>
  );
}

function nameOf({ team, origin }: Webhook): string {
  if (team) return `${team.name} (${team.key})`;
  return origin === 'created' ? 'All public teams' : 'Webhook with a pasted secret';
}

type AskedDialogProps = { connectionId: string; asked: Asked | null; onDone: () => void };

function AskedDialog({ connectionId, asked, onDone }: AskedDialogProps) {
  const remove = useRemoveWebhook(connectionId);
  const rotate = useRotateWebhook(connectionId);
  function confirm({ what, webhook }: Asked) {
    if (what === 'rotate') {
      rotate.mutate(webhook.id, {
        onSuccess: () => toast.success('Secret rotated.'),
        onError: (error) => toastError('The secret could not be rotated.', error),
        onSettled: onDone,
      });
      return;
    }
    remove.mutate(webhook.id, { onSettled: onDone });
  }
  const isRotation = asked?.what === 'rotate';
  return (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => !open && onDone()}
      title={isRotation ? 'Rotate the secret?' : 'Remove this webhook?'}
      description={isRotation ? rotation : asked?.webhook.origin === 'created' ? removal : forgetting}
      confirmLabel={isRotation ? 'Rotate secret' : 'Remove webhook'}
      danger={!isRotation}
      loading={remove.isPending || rotate.isPending}
      onConfirm={() => asked && confirm(asked)}
    />
  );
}

const rotation =
  'Linear makes a new one and forgets the old one at once. What is on its way comes again after a minute.';
const removal = 'It is deleted at Linear too. Changes then come with the schedule.';
const forgetting = 'What it sends is refused from now on. Delete it in Linear too, under Settings, API.';
