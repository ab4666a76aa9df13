import { z } from 'zod';
import { id } from '@/lib/contracts/common';
import { installation, installationChange } from '@/lib/contracts/installation';
import { rateInput, rateList, rateQuery, rateSaved } from '@/lib/contracts/rate';
import type { Operation } from './operation';

export const installationOperations = {
  get: {
    method: 'GET',
    path: '/api/v1/installation',
    tag: 'Installation',
    summary: 'Show what holds for everyone: currency, rounding, lock date',
    auth: 'person',
    output: installation,
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/installation',
    tag: 'Installation',
    summary: 'Change what holds for everyone; a new currency converts no amount',
    auth: 'admin',
    body: installationChange,
    output: installation,
  },
} as const satisfies Record<string, Operation>;

export const rateOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/rates',
    tag: 'Rates',
    summary: 'List the hourly rates of a task, project or person, or of the installation, newest first',
    auth: 'person',
    query: rateQuery,
    output: rateList,
  },
  save: {
    method: 'POST',
    path: '/api/v1/rates',
    tag: 'Rates',
    summary: 'Set an hourly rate from a day on; one of the same day is replaced',
    auth: 'admin',
    body: rateInput,
    output: rateSaved,
    status: 201,
  },
  remove: {
    method: 'DELETE',
    path: '/api/v1/rates/{id}',
    tag: 'Rates',
    summary: 'Remove a rate; time that was settled with it keeps it',
    auth: 'admin',
    params: z.object({ id }),
  },
} as const satisfies Record<string, Operation>;
