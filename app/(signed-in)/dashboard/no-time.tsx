'use client';

import { Clock, Play } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { openTimerDialog } from '@/app/(signed-in)/_timer/timer-dialog';

/** Before the first entry. */
export function NoTime() {
  return (
    <Section title="Your time">
      <Panel flush>
        <EmptyState
          icon={<Clock aria-hidden />}
          title="No time tracked yet."
          className="py-8"
          action={
            <>
              <Button variant="primary" onClick={() => openTimerDialog('start')}>
                <Play aria-hidden />
                Start timer
              </Button>
              <ButtonLink href="/timesheet/day">Add time</ButtonLink>
            </>
          }
        />
      </Panel>
    </Section>
  );
}
