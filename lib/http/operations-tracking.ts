import { z } from 'zod';
import { id, listOf, pageQuery } from '@/lib/contracts/common';
import { dashboard, timeDashboard } from '@/lib/contracts/dashboard';
import { project, projectChange, projectInput, projectQuery } from '@/lib/contracts/project';
import { task, taskChange, taskEvent, taskFacets, taskFacetsQuery, taskInput, taskQuery } from '@/lib/contracts/task';
import type { Operation } from './operation';

const byId = z.object({ id });

export const dashboardOperation = {
  method: 'GET',
  path: '/api/v1/dashboard',
  tag: 'Dashboard',
  summary: 'Show connections, recent changes and your open tasks',
  auth: 'person',
  output: dashboard,
} as const satisfies Operation;

export const timeDashboardOperation = {
  method: 'GET',
  path: '/api/v1/dashboard/time',
  tag: 'Dashboard',
  summary: 'Show your time today and this week, what runs, what you worked on and budgets near their end',
  auth: 'person',
  output: timeDashboard,
} as const satisfies Operation;

export const projectOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/projects',
    tag: 'Projects',
    summary: 'List projects by name',
    auth: 'person',
    query: projectQuery,
    output: listOf(project),
  },
  create: {
    method: 'POST',
    path: '/api/v1/projects',
    tag: 'Projects',
    summary: 'Make a project by hand',
    auth: 'person',
    body: projectInput,
    output: project,
    status: 201,
  },
  get: {
    method: 'GET',
    path: '/api/v1/projects/{id}',
    tag: 'Projects',
    summary: 'Show a project',
    auth: 'person',
    params: byId,
    output: project,
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/projects/{id}',
    tag: 'Projects',
    summary:
      'Change a project; admins also archive it, and set billable and budget. The name of an imported one belongs to Linear',
    auth: 'person',
    params: byId,
    body: projectChange,
    output: project,
    refusals: ['synced_field'],
  },
} as const satisfies Record<string, Operation>;

export const taskOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/tasks',
    tag: 'Tasks',
    summary: 'Search, filter and sort tasks',
    auth: 'person',
    query: taskQuery,
    output: listOf(task),
  },
  create: {
    method: 'POST',
    path: '/api/v1/tasks',
    tag: 'Tasks',
    summary: 'Make a task by hand',
    auth: 'person',
    body: taskInput,
    output: task,
    status: 201,
  },
  facets: {
    method: 'GET',
    path: '/api/v1/tasks/facets',
    tag: 'Tasks',
    summary: 'List what tasks can be filtered by',
    auth: 'person',
    query: taskFacetsQuery,
    output: taskFacets,
  },
  get: {
    method: 'GET',
    path: '/api/v1/tasks/{id}',
    tag: 'Tasks',
    summary: 'Show a task',
    auth: 'person',
    params: byId,
    output: task,
  },
  getByIdentifier: {
    method: 'GET',
    path: '/api/v1/tasks/by-identifier/{identifier}',
    tag: 'Tasks',
    summary: 'Show a task by its identifier, an old one too',
    auth: 'person',
    params: z.object({ identifier: z.string().trim().min(1).max(50) }),
    output: task,
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/tasks/{id}',
    tag: 'Tasks',
    summary: 'Change or archive a task; on an imported one only notes and billable',
    auth: 'person',
    params: byId,
    body: taskChange,
    output: task,
    refusals: ['synced_field'],
  },
  events: {
    method: 'GET',
    path: '/api/v1/tasks/{id}/events',
    tag: 'Tasks',
    summary: 'List what a sync or a person changed, newest first',
    auth: 'person',
    params: byId,
    query: pageQuery,
    output: listOf(taskEvent),
  },
} as const satisfies Record<string, Operation>;
