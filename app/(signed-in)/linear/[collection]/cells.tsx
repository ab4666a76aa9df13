'use client';

import Link from 'next/link';
import { ExternalLink } from '@/app/_ui/external-link';
import { formatDay, formatFull } from '@/app/_ui/format-time';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { useNow } from '@/app/_ui/use-now';

/** The task that the issue is here. */
export function IssueLink({ issue }: { issue: { identifier: string | null } | null }) {
  if (!issue?.identifier) return null;
  return (
    <Link
      href={`/tasks/by/${encodeURIComponent(issue.identifier)}`}
      prefetch={false}
      className="figures relative rounded-sm text-accent-text hover:underline pointer-coarse:py-3.5"
    >
      {issue.identifier}
    </Link>
  );
}

/** Where the workspace is at Linear. */
export function WorkspaceLink({ urlKey }: { urlKey: string }) {
  return (
    <ExternalLink href={`https://linear.app/${encodeURIComponent(urlKey)}`} className="relative max-w-full">
      <span className="truncate">linear.app/{urlKey}</span>
    </ExternalLink>
  );
}

export function DayText({ on }: { on: string }) {
  const now = useNow();
  const at = Date.parse(on);
  return (
    <time dateTime={on} className="figures">
      {Number.isNaN(at) ? on : formatDay(at, now, 'UTC')}
    </time>
  );
}

export function InstantDay({ at }: { at: string }) {
  const [now, timeZone] = [useNow(), useTimeZone()];
  const ms = Date.parse(at);
  return (
    <time dateTime={at} title={formatFull(ms, timeZone)} className="figures">
      {formatDay(ms, now, timeZone)}
    </time>
  );
}

export function InstantText({ at }: { at: string }) {
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} className="figures">
      {formatFull(Date.parse(at), timeZone)}
    </time>
  );
}
