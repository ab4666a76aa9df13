import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { readError } from '@/app/_ui/read-error';
import { LinearFailure } from '@/app/(signed-in)/connections/linear-failure';
import type { useWorkspaceNow } from './use-workspace-now';

/** Whether the teams below are Linear's of this moment. */
export function WorkspaceState({ now }: { now: ReturnType<typeof useWorkspaceNow> }) {
  const again = (
    <Button size="sm" onClick={now.askAgain} loading={now.isAsking}>
      Ask again
    </Button>
  );
  if (now.failure) return <LinearFailure error={now.failure} tone="warning" action={again} />;
  if (now.error) {
    return (
      <Callout
        tone="warning"
        title="Linear's teams could not be asked for; these are as of the last sync."
        action={again}
      >
        {readError(now.error).message}
      </Callout>
    );
  }
  return null;
}
