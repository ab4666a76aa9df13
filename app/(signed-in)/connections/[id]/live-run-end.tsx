'use client';

import { X } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { Callout } from '@/app/_ui/callout';
import { IconButton } from '@/app/_ui/icon-button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { nameRun, tellChanges } from '@/app/(signed-in)/connections/run-words';
import { formatSpan } from '@/app/(signed-in)/connections/span-words';
import type { Run, RunStatus } from '@/lib/contracts/run';

type LiveRunEndProps = { run: Run; onDismiss: () => void; onShow: (runId: string) => void };

const tones: Partial<Record<RunStatus, 'success' | 'info' | 'danger' | 'warning'>> = {
  succeeded: 'success',
  failed: 'danger',
  interrupted: 'warning',
};

const endings: Partial<Record<RunStatus, string>> = {
  succeeded: 'succeeded',
  partial: 'partly done',
  failed: 'failed',
  canceled: 'canceled',
  interrupted: 'interrupted',
};

/** How the run that was watched has ended, and where to go from there. */
export function LiveRunEnd({ run, onDismiss, onShow }: LiveRunEndProps) {
  const { startedAt, finishedAt, resumesAt } = run;
  const took = startedAt && finishedAt ? `, ${formatSpan(Date.parse(finishedAt) - Date.parse(startedAt))}` : '';
  const hasTasks = !run.dryRun && run.counts.fetched > 0;
  return (
    <Callout
      live
      tone={tones[run.status] ?? 'info'}
      title={`${nameRun(run)} ${endings[run.status]}${took}`}
      action={
        <>
          {run.dryRun || run.status === 'failed' ? (
            <Button size="sm" onClick={() => onShow(run.id)}>
              {run.dryRun ? 'See the list' : 'See details'}
            </Button>
          ) : (
            hasTasks && (
              <ButtonLink size="sm" href="/tasks">
                See tasks
              </ButtonLink>
            )
          )}
          <IconButton size="sm" label="Dismiss" icon={<X aria-hidden />} onClick={onDismiss} />
        </>
      }
    >
      {tellOutcome(run)}
      {resumesAt && (
        <>
          {' '}
          It goes on by itself <RelativeTime at={resumesAt} />.
        </>
      )}
    </Callout>
  );
}

function tellOutcome({ error, dryRun, counts, resumesAt }: Run): string {
  // What goes on by itself needs no advice.
  if (error) return resumesAt ? error.message : `${error.message} ${error.hint}`;
  return dryRun ? `What a sync would do: ${tellChanges(counts).toLowerCase()}.` : `${tellChanges(counts)}.`;
}
