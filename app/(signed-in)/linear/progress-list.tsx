'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Button } from '@/app/_ui/button';
import { formatCount, formatPercent } from '@/app/_ui/format-number';
import { formatDay } from '@/app/_ui/format-time';
import { Progress } from '@/app/_ui/progress';
import type { Tone } from '@/app/_ui/tones';
import { useNow } from '@/app/_ui/use-now';
import type { LinearProgress } from '@/lib/contracts/linear-collection';
import { formatDuration } from '@/lib/time/format-duration';
import { reportHref } from './report-href';
import type { ProgressKind } from './use-linear-progress';

const shownAtFirst = 8;

type ProgressListProps = { of: ProgressKind; items: readonly LinearProgress[] };

/** A line each; on a phone its numbers stand below the name. */
export function ProgressList({ of, items }: ProgressListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, shownAtFirst);
  return (
    <>
      <ul>
        {shown.map((item) => (
          <ProgressRow key={item.id} of={of} item={item} />
        ))}
      </ul>
      {shown.length < items.length && (
        <div className="border-line border-t p-2">
          <Button size="sm" variant="ghost" onClick={() => setIsWhole(true)}>
            Show {formatCount(items.length - shown.length)} more
          </Button>
        </div>
      )}
    </>
  );
}

function ProgressRow({ of, item }: { of: ProgressKind; item: LinearProgress }) {
  const { name, team, state, issues, doneIssues, scope, doneScope, progress } = item;
  return (
    <li className="grid grid-cols-3 items-center gap-x-4 gap-y-1.5 border-line border-b px-3 py-2.5 text-sm last:border-b-0 md:grid-cols-[minmax(0,1fr)_10rem_5rem_5.5rem_4.5rem]">
      <div className="col-span-3 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 md:col-span-1">
        <span dir="auto" className="min-w-0 truncate font-medium text-ink">
          {name}
        </span>
        {team && <span className="text-faint text-xs">{team.key}</span>}
        <Badge tone={tones[state] ?? 'neutral'}>{capitalized(state)}</Badge>
        <Dates item={item} />
      </div>
      <div className="col-span-3 flex items-center gap-2 md:col-span-1">
        <Progress
          barOnly
          label={`Progress of ${name}`}
          value={Math.round(progress * 100)}
          max={100}
          className="flex-1"
        />
        <span className="figures w-9 text-right text-muted text-xs">{formatPercent(progress)}</span>
      </div>
      <Figure label="issues">
        {formatCount(doneIssues)} of {formatCount(issues)}
      </Figure>
      <Figure label="points">
        {formatPoints(doneScope)} of {formatPoints(scope)}
      </Figure>
      <Figure label="tracked">
        <Tracked of={of} item={item} />
      </Figure>
    </li>
  );
}

const tones: Record<string, Tone> = { active: 'accent', started: 'accent', completed: 'success', paused: 'warning' };

function Tracked({ of, item }: { of: ProgressKind; item: LinearProgress }) {
  const hours = formatDuration(item.trackedSeconds);
  if (item.trackedSeconds === 0) return <span className="text-muted">{hours}</span>;
  return (
    <Link
      href={reportHref(of, item)}
      prefetch={false}
      aria-label={`${hours} tracked on ${item.name}: open the report`}
      className="rounded-sm text-accent-text hover:underline pointer-coarse:-mx-2 pointer-coarse:px-2 pointer-coarse:py-3.5"
    >
      {hours}
    </Link>
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="flex flex-col md:items-end">
      <span className="figures text-ink">{children}</span>
      <span className="text-faint text-xs">{label}</span>
    </span>
  );
}

function Dates({ item: { startsOn, endsOn } }: { item: LinearProgress }) {
  const now = useNow();
  const shown = (day: string) => <time dateTime={day}>{formatDay(Date.parse(day), now, 'UTC')}</time>;
  if (startsOn === null && endsOn === null) return null;
  return (
    <span className="figures whitespace-nowrap text-muted text-xs">
      {startsOn && shown(startsOn)}
      {startsOn && endsOn && ' to '}
      {!startsOn && 'until '}
      {endsOn && shown(endsOn)}
    </span>
  );
}

function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}
