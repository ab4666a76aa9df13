import { z } from 'zod';
import { id, listOf } from '@/lib/contracts/common';
import {
  exportQuery,
  newReportShare,
  reportEntriesQuery,
  reportOptions,
  reportQuery,
  reportShareInput,
  reportShareList,
  reportSummary,
  reportView,
  reportViewChange,
  reportViewInput,
  reportViewList,
  sharedExportQuery,
  sharedReport,
} from '@/lib/contracts/report';
import { timeEntry } from '@/lib/contracts/time-entry';
import type { Operation } from './operation';

const byId = z.object({ id });
const byToken = z.object({ token: z.string().min(1).max(100) });
const files = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
] as const;

export const reportOperations = {
  summary: {
    method: 'GET',
    path: '/api/v1/reports/summary',
    tag: 'Reports',
    summary: 'Sum finished time by one or two groups',
    auth: 'person',
    query: reportQuery,
    output: reportSummary,
    refusals: ['forbidden'],
  },
  entries: {
    method: 'GET',
    path: '/api/v1/reports/entries',
    tag: 'Reports',
    summary: 'List the entries behind a report or one of its rows, newest first',
    auth: 'person',
    query: reportEntriesQuery,
    output: listOf(timeEntry),
    refusals: ['forbidden'],
  },
  options: {
    method: 'GET',
    path: '/api/v1/reports/options',
    tag: 'Reports',
    summary: 'List what reports can be filtered by',
    auth: 'person',
    output: reportOptions,
  },
  export: {
    method: 'GET',
    path: '/api/v1/reports/export',
    tag: 'Reports',
    summary: 'Save a report, or every entry behind it, as a file',
    auth: 'person',
    query: exportQuery,
    files,
    refusals: ['forbidden'],
  },
} as const satisfies Record<string, Operation>;

export const reportViewOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/report-views',
    tag: 'Reports',
    summary: 'List your saved views',
    auth: 'person',
    output: reportViewList,
  },
  create: {
    method: 'POST',
    path: '/api/v1/report-views',
    tag: 'Reports',
    summary: 'Save a view',
    auth: 'person',
    body: reportViewInput,
    output: reportView,
    status: 201,
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/report-views/{id}',
    tag: 'Reports',
    summary: 'Change a view',
    auth: 'person',
    params: byId,
    body: reportViewChange,
    output: reportView,
  },
  remove: {
    method: 'DELETE',
    path: '/api/v1/report-views/{id}',
    tag: 'Reports',
    summary: 'Delete a view',
    auth: 'person',
    params: byId,
  },
} as const satisfies Record<string, Operation>;

export const reportShareOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/report-shares',
    tag: 'Reports',
    summary: "List your shared reports; admins see everybody's",
    auth: 'person',
    output: reportShareList,
  },
  create: {
    method: 'POST',
    path: '/api/v1/report-shares',
    tag: 'Reports',
    summary: 'Share a report by a link; its address is answered this once. Not with a token',
    auth: 'person',
    body: reportShareInput,
    output: newReportShare,
    status: 201,
    secret: true,
    refusals: ['forbidden'],
  },
  revoke: {
    method: 'DELETE',
    path: '/api/v1/report-shares/{id}',
    tag: 'Reports',
    summary: 'Revoke a link',
    auth: 'person',
    params: byId,
  },
  read: {
    method: 'GET',
    path: '/api/v1/shared-reports/{token}',
    tag: 'Reports',
    summary: 'Show a shared report',
    auth: 'public',
    params: byToken,
    output: sharedReport,
    refusals: ['share_expired', 'too_many_requests'],
  },
  export: {
    method: 'GET',
    path: '/api/v1/shared-reports/{token}/export',
    tag: 'Reports',
    summary: 'Save a shared report as a file',
    auth: 'public',
    params: byToken,
    query: sharedExportQuery,
    files,
    refusals: ['share_expired', 'too_many_requests'],
  },
} as const satisfies Record<string, Operation>;
