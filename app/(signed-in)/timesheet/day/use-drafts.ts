'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { DraftEntry, Drafts } from '@/lib/contracts/draft';
import { addDays, type Day, startOfWeek } from '@/lib/time/local-day';
import { chosenDrafts, useDraftChoices } from './draft-choices';

const none: readonly DraftEntry[] = [];

/** Of the week that a day is in, so that each day says how many it has. */
export function useDrafts({ on, isOn }: { on: Day; isOn: boolean }) {
  const { weekStart } = usePerson();
  const from = startOfWeek(on, weekStart);
  const range = { from, to: addDays(from, 6) };
  const query = useQuery({
    queryKey: keys.time.drafts(range),
    queryFn: ({ signal }) => api.get<Drafts>('/api/v1/timesheet/drafts', { query: range, signal }),
    enabled: isOn,
  });
  const choices = useDraftChoices();
  const all = query.data?.items ?? none;
  const drafts = useMemo(() => chosenDrafts(all, choices), [all, choices]);
  return { ...query, drafts: isOn ? drafts : [], droppedCount: all.length - drafts.length };
}
