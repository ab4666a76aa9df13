'use client';

import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Task } from '@/lib/contracts/task';
import { formatDuration } from '@/lib/time/format-duration';

const points = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** "7:30 tracked, estimate 3 points: 2:30 a point". Estimates are points, so they have no hours of their own. */
export function TrackedTime({ task: { trackedSeconds, estimate } }: { task: Task }) {
  const { role } = usePerson();
  return (
    <>
      <span className="font-medium text-ink">{formatDuration(trackedSeconds)}</span> tracked
      {role !== 'admin' && trackedSeconds > 0 && ' by everyone'}
      {estimate !== null && `, estimate ${points.format(estimate)} ${estimate === 1 ? 'point' : 'points'}`}
      {estimate !== null && estimate > 0 && trackedSeconds > 0 && (
        <>: {formatDuration(Math.round(trackedSeconds / estimate))} a point</>
      )}
    </>
  );
}
