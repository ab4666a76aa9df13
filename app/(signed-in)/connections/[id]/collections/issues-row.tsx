'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Checkbox } from '@/app/_ui/checkbox';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { StatusDot } from '@/app/_ui/status-dot';
import { toastError } from '@/app/_ui/toast-error';
import { useChangeConnection } from '@/app/(signed-in)/connections/use-change-connection';
import type { Connection } from '@/lib/contracts/connection';
import { Row } from './row-parts';

/** Issues are always read; their descriptions, which are long, if one likes. */
export function IssuesRow({ connection }: { connection: Connection }) {
  const teams = connection.teams.filter(({ selected }) => selected);
  const count = teams.reduce((sum, { taskCount }) => sum + taskCount, 0);
  return (
    <>
      <Row
        state={<IssuesState connection={connection} />}
        count={
          <Link
            href="/tasks?source=linear"
            prefetch={false}
            className="inline-flex items-center text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-end"
          >
            {formatCount(count)}
            <span className="sr-only"> issues</span>
          </Link>
        }
      >
        <Checkbox
          label="Issues"
          hint="Always read: each is a task here"
          checked
          disabled
          onCheckedChange={() => undefined}
        />
      </Row>
      <DescriptionsRow connection={connection} />
    </>
  );
}

function IssuesState({ connection: { teams, lastRun } }: { connection: Connection }) {
  const isComplete = teams.every(
    ({ selected, visible, backfill }) => !selected || !visible || backfill.state === 'done',
  );
  if (!isComplete) {
    return (
      <StatusDot tone="accent" pulse>
        Reading
      </StatusDot>
    );
  }
  if (!lastRun?.finishedAt) return null;
  return (
    <StatusDot tone="success">
      Read <RelativeTime at={lastRun.finishedAt} />
    </StatusDot>
  );
}

function DescriptionsRow({ connection: { id, descriptions } }: { connection: Connection }) {
  const { mutate, isPending } = useChangeConnection(id);
  const [isLeaving, setIsLeaving] = useState(false);
  function change(wanted: boolean) {
    mutate(
      { change: { descriptions: wanted }, expected: (each) => ({ ...each, descriptions: wanted }) },
      { onError: (error) => toastError('Descriptions could not be switched.', error) },
    );
  }
  return (
    <Row state={null} count={null}>
      <div className="pl-6">
        <Checkbox
          label="With descriptions"
          hint="All issues are read once more, 250 a request; after that they cost no request of their own. They take most of the space on disk."
          checked={descriptions}
          disabled={isPending}
          onCheckedChange={(wanted) => (wanted ? change(true) : setIsLeaving(true))}
        />
      </div>
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setIsLeaving}
        title="Stop reading descriptions?"
        description="Removes the descriptions of all issues from Trackline. Linear keeps them, and notes that were written here stay."
        confirmLabel="Stop reading"
        danger
        onConfirm={() => {
          change(false);
          setIsLeaving(false);
        }}
      />
    </Row>
  );
}
