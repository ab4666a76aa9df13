'use client';

import { Definition } from '@/app/_ui/definition-list';
import { RateProperty } from '@/app/(signed-in)/_money/rate-property';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import type { Task } from '@/lib/contracts/task';

/** For whoever may see money. */
export function TaskRate({ task: { id, identifier, title } }: { task: Task }) {
  if (useMoney() === null) return null;
  return (
    <Definition term="Hourly rate">
      <RateProperty subject={{ kind: 'task', subjectId: id, name: identifier ?? title }} />
    </Definition>
  );
}
