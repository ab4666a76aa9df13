'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { InvitesTable } from './invites-table';
import { useInvites } from './use-invites';

/** Only there when somebody has been invited and has not come yet. */
export function InvitesSection() {
  const invites = useInvites();
  if (invites.isPending) return null;
  if (invites.isSuccess && invites.data.items.length === 0) return null;
  return (
    <Section title="Open invites" description="A link works once. Invite the same address again for a new one.">
      <Panel flush>
        {invites.isError ? (
          <ErrorState
            title="The invites could not be loaded."
            error={invites.error}
            onRetry={() => invites.refetch()}
            isRetrying={invites.isFetching}
          />
        ) : (
          <InvitesTable invites={invites.data.items} />
        )}
      </Panel>
    </Section>
  );
}
