import { listOf } from '@/lib/contracts/common';
import { draftAcceptInput, draftQuery, drafts } from '@/lib/contracts/draft';
import { timeEntry } from '@/lib/contracts/time-entry';
import type { Operation } from './operation';

const tag = 'Timesheet';

export const draftOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/timesheet/drafts',
    tag,
    summary: 'Draft your untracked working hours from Linear’s history; nothing is saved',
    auth: 'person',
    query: draftQuery,
    output: drafts,
    refusals: [
      'linear_auth_failed',
      'linear_forbidden',
      'linear_network',
      'linear_timeout',
      'linear_server_error',
      'linear_rate_limited',
    ],
  },
  accept: {
    method: 'POST',
    path: '/api/v1/timesheet/drafts/accept',
    tag,
    summary: 'Save drafts as time entries, as they are or trimmed: all or none',
    auth: 'person',
    body: draftAcceptInput,
    output: listOf(timeEntry),
    status: 201,
    refusals: [
      'starts_in_future',
      'ends_in_future',
      'ends_before_start',
      'entry_too_long',
      'day_locked',
      'entry_overlaps',
    ],
  },
} as const satisfies Record<string, Operation>;
