'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { RadioCards } from '@/app/_ui/radio-cards';
import { readError } from '@/app/_ui/read-error';
import type { Connection } from '@/lib/contracts/connection';
import type { PushView } from '@/lib/contracts/push';
import { PasteWebhook } from './paste-webhook';
import { useAddWebhook } from './use-push';

type MakeWebhookProps = { connection: Connection; push: PushView };

/** By one button where that is possible; by hand otherwise, and always if one likes. */
export function MakeWebhook({ connection, push }: MakeWebhookProps) {
  if (push.isReachable && push.canCreate !== false) return <MakeByButton connection={connection} push={push} />;
  if (push.isReachable) {
    return (
      <>
        <Callout title="This key may not make webhooks.">
          That takes a key of a workspace admin with the Admin permission. An admin can make the webhook in Linear
          instead.
        </Callout>
        <PasteWebhook connection={connection} push={push} />
      </>
    );
  }
  return (
    <>
      <Callout title="Linear cannot reach this address.">
        It sends to public https addresses only. Set BASE_URL to that of this server; until then changes come with the
        schedule.
      </Callout>
      <ByHand connection={connection} push={push} />
    </>
  );
}

function ByHand({ connection, push }: MakeWebhookProps) {
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-muted hover:text-ink pointer-coarse:py-3">
        Make it by hand in Linear
      </summary>
      <div className="flex flex-col gap-4 pt-2">
        <PasteWebhook connection={connection} push={push} />
      </div>
    </details>
  );
}

function MakeByButton({ connection, push }: MakeWebhookProps) {
  const [scope, setScope] = useState<'all_public_teams' | 'chosen_teams'>('all_public_teams');
  const add = useAddWebhook(connection.id);
  return (
    <>
      <RadioCards
        label="Which teams to hear of"
        columns={2}
        value={scope}
        onChange={setScope}
        options={[
          {
            value: 'all_public_teams',
            label: 'All public teams',
            description: 'One webhook, which new teams join by themselves. Each private team gets its own.',
          },
          {
            value: 'chosen_teams',
            label: 'The chosen teams',
            description: 'One webhook each, so that nothing of other teams is sent.',
          },
        ]}
      />
      {add.error && (
        <Callout tone="danger" title="The webhook could not be made." live>
          {readError(add.error).message}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" loading={add.isPending} onClick={() => add.mutate({ scope })}>
          Create webhook
        </Button>
        <p className="text-muted text-sm">It takes a key of a workspace admin.</p>
      </div>
      <ByHand connection={connection} push={push} />
    </>
  );
}
