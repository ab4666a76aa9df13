import { z } from 'zod';
import { id } from '@/lib/contracts/common';
import { timeOnIssuesView } from '@/lib/contracts/time-on-issues';
import type { Operation } from './operation';

const tag = 'Connections';
const path = '/api/v1/connections/{id}/time-on-issues';
const params = z.object({ id });

export const timeOnIssuesOperations = {
  show: {
    method: 'GET',
    path,
    tag,
    summary: 'Show how telling issues of their tracked time is doing',
    auth: 'admin',
    params,
    output: timeOnIssuesView,
  },
  remove: {
    method: 'DELETE',
    path,
    tag,
    summary: 'Switch time on issues off, and remove it from all issues at Linear',
    auth: 'admin',
    params,
    output: timeOnIssuesView,
    status: 202,
    refusals: ['linear_auth_failed', 'linear_scope_missing', 'linear_rate_limited'],
  },
} as const satisfies Record<string, Operation>;
