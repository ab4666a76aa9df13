'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { dayName } from '@/app/(signed-in)/timesheet/week-words';
import type { Drafts } from '@/lib/contracts/draft';
import { type Day, weekdayOf } from '@/lib/time/local-day';
import { clockOf } from '@/lib/time/work-windows';

type NoDraftsProps = { on: Day; drafts: Drafts; closed: string | null; hasDropped: boolean };

/** Why there is nothing to fill in. */
export function NoDrafts(props: NoDraftsProps) {
  const person = usePerson();
  const { title, description } = reasonOf(props, person);
  return <EmptyState title={title} description={description} className="py-6" />;
}

function reasonOf({ on, drafts, closed, hasDropped }: NoDraftsProps, person: ReturnType<typeof usePerson>) {
  const nothing = (description: ReactNode) => ({ title: 'Nothing to fill in.', description });
  const { email, workDays, workStartMinutes, workEndMinutes } = person;
  if (drafts.connectionCount === 0) return nothing('No Linear workspace is connected, so there is no history to read.');
  if (drafts.linearUser === null)
    return {
      title: `Nobody at Linear has the address ${email}.`,
      description: 'Drafts are made from the issues of the person who has it there.',
    };
  if (hasDropped) return nothing('You dropped what there was.');
  if (closed !== null) return nothing(closed);
  if (!workDays.includes(weekdayOf(on)))
    return nothing(
      <>
        {dayName(on).split(' ')[0]} is not one of your working days. {profile('Change them')}.
      </>,
    );
  const hours = `${clockOf(workStartMinutes)} to ${clockOf(workEndMinutes)}`;
  return nothing(
    <>
      From {hours} all is logged, or nothing of yours was in progress at Linear. {profile('Change your working hours')}.
    </>,
  );
}

function profile(text: string) {
  return (
    <Link href="/settings/profile" className="text-accent-text underline">
      {text}
    </Link>
  );
}
