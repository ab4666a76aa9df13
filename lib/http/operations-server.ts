import { z } from 'zod';
import type { Operation } from './operation';

export const serverOperations = {
  health: {
    method: 'GET',
    path: '/api/health',
    tag: 'Server',
    summary: 'Tell that the process is up',
    auth: 'public',
    output: z.object({ status: z.literal('ok') }),
  },
  ready: {
    method: 'GET',
    path: '/api/ready',
    tag: 'Server',
    summary: 'Tell whether the process can serve',
    auth: 'public',
    output: z.object({
      status: z.enum(['ready', 'not_ready']),
      checks: z.object({ database: z.boolean(), migrations: z.boolean(), scheduler: z.boolean() }),
    }),
    alsoStatus: { 503: 'Not ready; `checks` says what is missing.' },
  },
  openapi: {
    method: 'GET',
    path: '/api/v1/openapi.json',
    tag: 'Server',
    summary: 'This description',
    auth: 'person',
    output: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
  },
} as const satisfies Record<string, Operation>;
