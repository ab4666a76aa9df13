'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { InviteDialog } from './invite-dialog';
import { InvitesSection } from './invites-section';
import { MembersTable } from './members-table';
import { useMembers } from './use-members';

export function MembersScreen() {
  const [isInviting, setIsInviting] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title="Members"
        description="Admins connect Linear and manage members. Members track time."
        actions={
          <Button variant="primary" onClick={() => setIsInviting(true)}>
            <UserPlus aria-hidden />
            Invite
          </Button>
        }
      >
        <Panel flush>
          <MemberList />
        </Panel>
      </Section>
      <InvitesSection />
      <InviteDialog open={isInviting} onOpenChange={setIsInviting} />
    </div>
  );
}

function MemberList() {
  const members = useMembers();
  if (members.isPending) return <SkeletonRows rows={4} label="Loading members" />;
  if (members.isError) {
    return (
      <ErrorState
        title="The members could not be loaded."
        error={members.error}
        onRetry={() => members.refetch()}
        isRetrying={members.isFetching}
      />
    );
  }
  return <MembersTable members={members.data.items} />;
}
