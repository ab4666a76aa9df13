import { z } from 'zod';
import { id } from '@/lib/contracts/common';
import { entryChange, entryInput, timeEntry } from '@/lib/contracts/time-entry';
import { timer, timerDiscardInput, timerStarted, timerStartInput, timerStopInput } from '@/lib/contracts/timer';
import type { Operation } from './operation';

const byId = z.object({ id });

export const timerOperations = {
  get: {
    method: 'GET',
    path: '/api/v1/timer',
    tag: 'Timer',
    summary: 'Show the running timer',
    auth: 'person',
    output: timer,
  },
  start: {
    method: 'POST',
    path: '/api/v1/timer/start',
    tag: 'Timer',
    summary: 'Start a timer; one that runs on something else ends at the same instant',
    auth: 'person',
    body: timerStartInput,
    output: timerStarted,
    refusals: ['starts_in_future', 'ends_before_start', 'day_locked', 'entry_overlaps'],
  },
  stop: {
    method: 'POST',
    path: '/api/v1/timer/stop',
    tag: 'Timer',
    summary: 'Stop the running timer',
    auth: 'person',
    body: timerStopInput,
    output: timeEntry,
    refusals: ['no_timer', 'timer_changed', 'ends_before_start', 'entry_too_long'],
  },
  discard: {
    method: 'POST',
    path: '/api/v1/timer/discard',
    tag: 'Timer',
    summary: 'End the running timer without keeping its time',
    auth: 'person',
    body: timerDiscardInput,
    output: timeEntry,
    refusals: ['no_timer', 'timer_changed'],
  },
} as const satisfies Record<string, Operation>;

export const entryOperations = {
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
