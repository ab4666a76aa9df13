'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { Callout } from '@/app/_ui/callout';
import { DoorCard } from '@/app/_ui/door-card';
import { ErrorState } from '@/app/_ui/error-state';
import { Skeleton } from '@/app/_ui/skeleton';
import { ApiError } from '@/lib/browser/api-error';
import { JoinForm } from './join-form';
import { ResetForm } from './reset-form';
import { useLink } from './use-link';

type LinkDoorProps = {
  token: string;
  /** Whose session this browser has now. */
  signedInEmail: string | null;
};

/** Behind one address stand two doors: an invitation, and a new password. */
export function LinkDoor({ token, signedInEmail }: LinkDoorProps) {
  const link = useLink(token);
  if (link.isPending) return <LoadingDoor />;
  if (link.isError) {
    if (link.error instanceof ApiError && (link.error.status === 404 || link.error.status === 410)) {
      return <DeadLink error={link.error} />;
    }
    return (
      <DoorCard title="Your link">
        <ErrorState
          title="The link could not be checked."
          error={link.error}
          onRetry={() => link.refetch()}
          isRetrying={link.isFetching}
          className="py-4"
        />
      </DoorCard>
    );
  }
  const { kind, email } = link.data;
  const isOther = signedInEmail !== null && signedInEmail !== email;
  const notice = isOther && (
    <Callout tone="warning" className="mb-4">
      You are signed in as {signedInEmail}. If you go on, you are signed in as {email} instead.
    </Callout>
  );
  if (kind === 'reset') {
    return (
      <DoorCard title="Choose a new password" description="Your other sessions are signed out.">
        {notice}
        <ResetForm token={token} email={email} />
      </DoorCard>
    );
  }
  return (
    <DoorCard title="Join Trackline" description="You have been invited to track time on your team's Linear issues.">
      {notice}
      <JoinForm token={token} email={email} />
    </DoorCard>
  );
}

function DeadLink({ error }: { error: ApiError }) {
  const { detail, hint } = error.problem ?? { detail: error.message, hint: undefined };
  return (
    <DoorCard title="This link no longer works">
      <div className="grid grid-cols-1 gap-4">
        <p className="text-muted text-sm">
          {detail} {hint ?? 'Ask an admin for a new one.'}
        </p>
        <ButtonLink href="/sign-in" size="lg" block>
          Go to sign-in
        </ButtonLink>
      </div>
    </DoorCard>
  );
}

function LoadingDoor() {
  return (
    <DoorCard title="Your link">
      <div role="status" className="grid grid-cols-1 gap-5">
        <span className="sr-only">Checking the link</span>
        <Skeleton className="w-2/3" />
        <Skeleton className="h-8" />
        <Skeleton className="h-8" />
      </div>
    </DoorCard>
  );
}
