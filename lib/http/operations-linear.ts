import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import {
  linearCollection,
  linearObject,
  linearProgress,
  linearProgressQuery,
  linearQuery,
} from '@/lib/contracts/linear-collection';
import { linearExport, linearExportInput, linearExportQuery, linearExportState } from '@/lib/contracts/linear-export';
import type { Operation } from './operation';

const tag = 'Linear';

/** The mirror of Linear, as it is stored here. */
export const linearOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/linear/{collection}',
    tag,
    summary: 'List the mirrored objects of a collection, the newest change first; notifications for admins only',
    auth: 'person',
    params: z.object({ collection: linearCollection }),
    query: linearQuery,
    output: listOf(linearObject),
    refusals: ['collection_not_chosen', 'unknown_team', 'forbidden'],
  },
  progress: {
    method: 'GET',
    path: '/api/v1/linear-progress',
    tag,
    summary: 'List current cycles or projects of Linear, with tracked time against their scope',
    auth: 'person',
    query: linearProgressQuery,
    output: listOf(linearProgress),
    refusals: ['collection_not_chosen'],
  },
  export: {
    method: 'POST',
    path: '/api/v1/linear/export',
    tag,
    summary: 'Write the mirror to a folder on the server, only what changed since the last time',
    auth: 'admin',
    body: linearExportInput,
    output: linearExport,
    refusals: ['conflict', 'export_failed'],
  },
  exportState: {
    method: 'GET',
    path: '/api/v1/linear/export',
    tag,
    summary: 'Show the last export to a folder',
    auth: 'admin',
    query: linearExportQuery,
    output: linearExportState,
  },
} as const satisfies Record<string, Operation>;
