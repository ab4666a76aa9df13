'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { toast } from '@/app/_ui/toast';
import { api } from '@/lib/browser/api';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import { troubleOf } from './issue-trouble';
import { refreshIssue } from './refresh-issue';

type UnknownWriteProps = {
  writeId: string;
  /** "Your comment": what nobody knows the end of. */
  what: string;
  taskId?: string | null | undefined;
  onSettled?: ((write: LinearWrite) => void) | undefined;
  className?: string | undefined;
};

/** The answer of a write was lost. It can be looked up, and is not offered again before that. */
export function UnknownWrite({ writeId, what, taskId, onSettled, className }: UnknownWriteProps) {
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => api.post<LinearWrite>(`/api/v1/linear-write/${writeId}/check`, {}),
    networkMode: 'always',
    onSuccess: async (write) => {
      if (taskId) await refreshIssue(client, taskId);
      if (write.status === 'done') toast('Linear has done it.');
      if (write.status === 'refused') toast('Linear has not done it. You can try again.');
      if (write.status === 'done' || write.status === 'refused') onSettled?.(write);
    },
  });
  return (
    <Callout
      live
      tone="warning"
      title="Linear did not answer. It is being checked."
      className={className}
      action={
        <Button size="sm" onClick={() => check.mutate()} loading={check.isPending}>
          Check again
        </Button>
      }
    >
      {check.isError ? messageOf(check.error) : `${what} may or may not have reached it.`}
      {check.isSuccess && !check.isPending && ' It is still not known.'}
    </Callout>
  );
}

function messageOf(error: unknown): string {
  const trouble = troubleOf(error);
  return trouble.kind === 'refused' ? trouble.message : '';
}
