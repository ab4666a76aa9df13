import { z } from 'zod';
import { id, listOf } from '@/lib/contracts/common';
import {
  connection,
  connectionChange,
  connectionInput,
  deletePreview,
  deleteQuery,
  schedulePreview,
  schedulePreviewQuery,
  testInput,
  testResult,
  workflowState,
} from '@/lib/contracts/connection';
import { run, runsQuery, syncInput } from '@/lib/contracts/run';
import type { Operation } from './operation';

const byId = z.object({ id });
const path = '/api/v1/connections';
const tag = 'Connections';

export const connectionOperations = {
  test: {
    method: 'POST',
    path: `${path}/test`,
    tag,
    summary: 'Test an API key without saving it',
    auth: 'admin',
    body: testInput,
    output: testResult,
  },
  list: { method: 'GET', path, tag, summary: 'List connections', auth: 'admin', output: listOf(connection) },
  create: {
    method: 'POST',
    path,
    tag,
    summary: 'Connect a Linear workspace; a key that does not work is not saved',
    auth: 'admin',
    body: connectionInput,
    output: connection,
    status: 201,
    refusals: ['linear_auth_failed', 'unknown_team_keys', 'workspace_already_connected'],
  },
  get: {
    method: 'GET',
    path: `${path}/{id}`,
    tag,
    summary: 'Show a connection',
    auth: 'admin',
    params: byId,
    output: connection,
  },
  change: {
    method: 'PATCH',
    path: `${path}/{id}`,
    tag,
    summary: 'Change a connection or replace its key',
    auth: 'admin',
    params: byId,
    body: connectionChange,
    output: connection,
    refusals: ['linear_auth_failed', 'linear_wrong_workspace', 'unknown_team_keys'],
  },
  remove: {
    method: 'DELETE',
    path: `${path}/{id}`,
    tag,
    summary: 'Delete a connection; tasks that carry time are always kept',
    auth: 'admin',
    params: byId,
    query: deleteQuery,
  },
  deletePreview: {
    method: 'GET',
    path: `${path}/{id}/delete-preview`,
    tag,
    summary: 'Count the tasks that deleting would concern',
    auth: 'admin',
    params: byId,
    output: deletePreview,
  },
  workflowStates: {
    method: 'GET',
    path: `${path}/{id}/workflow-states`,
    tag,
    summary: "List the workspace's workflow states",
    auth: 'admin',
    params: byId,
    output: listOf(workflowState),
  },
  testStored: {
    method: 'POST',
    path: `${path}/{id}/test`,
    tag,
    summary: 'Test the stored API key',
    auth: 'admin',
    params: byId,
    output: testResult,
  },
  sync: {
    method: 'POST',
    path: `${path}/{id}/sync`,
    tag,
    summary: 'Start a run, or show the one under way',
    auth: 'admin',
    params: byId,
    body: syncInput,
    output: run,
    status: 202,
    alsoStatus: { 200: 'A run is under way already.' },
  },
  runs: {
    method: 'GET',
    path: `${path}/{id}/runs`,
    tag,
    summary: 'List runs, newest first',
    auth: 'admin',
    params: byId,
    query: runsQuery,
    output: listOf(run),
  },
} as const satisfies Record<string, Operation>;

export const runOperations = {
  get: {
    method: 'GET',
    path: '/api/v1/runs/{id}',
    tag: 'Runs',
    summary: 'Show a run',
    auth: 'admin',
    params: byId,
    output: run,
  },
  events: {
    method: 'GET',
    path: '/api/v1/runs/{id}/events',
    tag: 'Runs',
    summary: 'Follow a run: an event at every change',
    auth: 'admin',
    params: byId,
    output: run,
    streams: true,
  },
  cancel: {
    method: 'POST',
    path: '/api/v1/runs/{id}/cancel',
    tag: 'Runs',
    summary: 'Cancel a run; what it stored stays',
    auth: 'admin',
    params: byId,
    output: run,
    refusals: ['run_not_active'],
  },
} as const satisfies Record<string, Operation>;

export const schedulePreviewOperation = {
  method: 'GET',
  path: '/api/v1/cron/preview',
  tag,
  summary: 'Show when a schedule would run next',
  auth: 'admin',
  query: schedulePreviewQuery,
  output: schedulePreview,
} as const satisfies Operation;
