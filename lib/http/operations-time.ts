import { z } from 'zod';
import { id } from '@/lib/contracts/common';
import { timeEntry } from '@/lib/contracts/time-entry';
import {
  quickTasks,
  timer,
  timerDiscardInput,
  timerKeepInput,
  timerStarted,
  timerStartInput,
  timerStopInput,
} from '@/lib/contracts/timer';
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
    refusals: ['no_timer', 'timer_changed', 'ends_before_start', 'ends_in_future'],
  },
  keep: {
    method: 'POST',
    path: '/api/v1/timer/keep',
    tag: 'Timer',
    summary: 'Answer "still working?": it goes on, and is asked about again later',
    auth: 'person',
    body: timerKeepInput,
    output: timer,
    refusals: ['no_timer', 'timer_changed', 'entry_too_long'],
  },
  discard: {
    method: 'POST',
    path: '/api/v1/timer/discard',
    tag: 'Timer',
    summary: 'End the running timer without keeping its time',
    auth: 'person',
    body: timerDiscardInput,
    output: timeEntry,
    refusals: ['no_timer', 'timer_changed', 'day_locked'],
  },
} as const satisfies Record<string, Operation>;

export const quickTaskOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/tasks/quick',
    tag: 'Timer',
    summary: 'List what you worked on lately, and what you have pinned',
    auth: 'person',
    output: quickTasks,
  },
  pin: {
    method: 'PUT',
    path: '/api/v1/tasks/{id}/pin',
    tag: 'Timer',
    summary: 'Pin a task for yourself',
    auth: 'person',
    params: byId,
    refusals: ['conflict'],
  },
  unpin: {
    method: 'DELETE',
    path: '/api/v1/tasks/{id}/pin',
    tag: 'Timer',
    summary: 'Unpin a task',
    auth: 'person',
    params: byId,
  },
} as const satisfies Record<string, Operation>;
