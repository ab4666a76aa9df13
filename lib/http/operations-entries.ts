import { z } from 'zod';
import { id, listOf } from '@/lib/contracts/common';
import { entryChange, entryInput, entryQuery, tagList, tagQuery, timeEntry } from '@/lib/contracts/time-entry';
import type { Operation } from './operation';

const byId = z.object({ id });

export const entryOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/time-entries',
    tag: 'Time entries',
    summary: 'List time entries, newest first: your own, and for admins anybody’s',
    auth: 'person',
    query: entryQuery,
    output: listOf(timeEntry),
  },
  create: {
    method: 'POST',
    path: '/api/v1/time-entries',
    tag: 'Time entries',
    summary: 'Add finished time, from start to end or on a day for a duration',
    auth: 'person',
    body: entryInput,
    output: timeEntry,
    status: 201,
    refusals: ['starts_in_future', 'ends_before_start', 'entry_too_long', 'day_locked', 'entry_overlaps'],
  },
  get: {
    method: 'GET',
    path: '/api/v1/time-entries/{id}',
    tag: 'Time entries',
    summary: 'Show a time entry',
    auth: 'person',
    params: byId,
    output: timeEntry,
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/time-entries/{id}',
    tag: 'Time entries',
    summary: 'Change a time entry, the running one too',
    auth: 'person',
    params: byId,
    body: entryChange,
    output: timeEntry,
    refusals: ['starts_in_future', 'ends_before_start', 'entry_too_long', 'day_locked', 'entry_overlaps'],
  },
  delete: {
    method: 'DELETE',
    path: '/api/v1/time-entries/{id}',
    tag: 'Time entries',
    summary: 'Delete a time entry; it can be restored',
    auth: 'person',
    params: byId,
    refusals: ['day_locked'],
  },
} as const satisfies Record<string, Operation>;

export const tagOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/tags',
    tag: 'Time entries',
    summary: 'List the tags in use, the one used last first',
    auth: 'person',
    query: tagQuery,
    output: tagList,
  },
} as const satisfies Record<string, Operation>;
