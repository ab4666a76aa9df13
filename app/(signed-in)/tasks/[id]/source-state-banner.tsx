'use client';

import { Callout } from '@/app/_ui/callout';
import type { SourceState, Task } from '@/lib/contracts/task';

const atLinear: Record<Exclude<SourceState, 'live'>, { title: string; detail: string }> = {
  archived: {
    title: 'Archived in Linear.',
    detail: 'The task and its tracked time stay here. When it is restored in Linear, the next sync brings it back.',
  },
  trashed: {
    title: 'In the trash in Linear.',
    detail: 'The task and its tracked time stay here, also when Linear empties its trash.',
  },
  gone: {
    title: 'No longer imported.',
    detail:
      'The issue was deleted, or moved to a team that is not imported. The task and its tracked time stay here as they were.',
  },
};

export function SourceStateBanner({ task: { source, sourceState } }: { task: Task }) {
  if (sourceState === 'live') return null;
  if (source === 'manual') {
    return (
      <Callout title="This task is archived." className="mb-4">
        Its tracked time stays. Lists show it under the filter Archive.
      </Callout>
    );
  }
  const { title, detail } = atLinear[sourceState];
  return (
    <Callout tone={sourceState === 'archived' ? 'info' : 'warning'} title={title} className="mb-4">
      {detail}
    </Callout>
  );
}
