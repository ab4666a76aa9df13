import type { ReactNode } from 'react';
import { Callout } from '@/app/_ui/callout';
import type { LinearError } from '@/lib/contracts/connection';

type LinearFailureProps = {
  error: LinearError;
  tone?: 'danger' | 'warning';
  action?: ReactNode;
  live?: boolean;
};

/** What Linear, or the way to it, refused: what happened, and what to do about it. */
export function LinearFailure({ error, tone = 'danger', action, live = false }: LinearFailureProps) {
  return (
    <Callout tone={tone} title={error.message} action={action} live={live}>
      {error.hint}
    </Callout>
  );
}
