'use client';

import Link from 'next/link';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { formatCount } from '@/app/_ui/format-number';
import { Panel } from '@/app/_ui/panel';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { LastRun } from '@/app/(signed-in)/connections/last-run';
import { NextRun } from '@/app/(signed-in)/connections/next-run';
import { QuotaFacts } from '@/app/(signed-in)/connections/quota-facts';
import { describeCron } from '@/app/(signed-in)/connections/schedule-choice';
import type { Connection } from '@/lib/contracts/connection';

export function ConnectionFacts({ connection }: { connection: Connection }) {
  const timeZone = useTimeZone();
  const { schedule, quota, lastFullPassAt, maxPagesPerRun, teamKeys } = connection;
  const rhythm = describeCron(schedule.cron);
  return (
    <Section title="At a glance">
      <Panel className="py-2">
        <DefinitionList>
          <Definition term="Last run">
            <LastRun connection={{ ...connection, activeRun: null }} isWrapped />
          </Definition>
          <Definition term="Next run">
            <NextRun connection={connection} />
          </Definition>
          <Definition term="Schedule">
            <Link href={`/connections/${connection.id}/settings`} className="hover:underline">
              {schedule.enabled ? `${rhythm.charAt(0).toUpperCase()}${rhythm.slice(1)}` : 'Paused'}
            </Link>
            {schedule.enabled && schedule.timeZone !== timeZone && (
              <span className="text-faint"> ({schedule.timeZone})</span>
            )}
          </Definition>
          <Definition term="Last full sync">
            {lastFullPassAt ? <RelativeTime at={lastFullPassAt} /> : <span className="text-faint">Not yet</span>}
          </Definition>
          <Definition term="Teams">{teamKeys.length === 0 ? 'All, new ones included' : teamKeys.join(', ')}</Definition>
          <Definition term="Pages per run">{formatCount(maxPagesPerRun)}</Definition>
          {quota && <QuotaFacts quota={quota} />}
        </DefinitionList>
      </Panel>
    </Section>
  );
}
