import {
  timesheet,
  timesheetCellInput,
  timesheetCellSaved,
  timesheetCopied,
  timesheetCopyInput,
  timesheetQuery,
  timesheetRow,
  timesheetRowInput,
} from '@/lib/contracts/timesheet';
import type { Operation } from './operation';

const tag = 'Timesheet';

export const timesheetOperations = {
  get: {
    method: 'GET',
    path: '/api/v1/timesheet',
    tag,
    summary: 'Show a week, tasks by days; of others for admins only',
    auth: 'person',
    query: timesheetQuery,
    output: timesheet,
  },
  setCell: {
    method: 'PUT',
    path: '/api/v1/timesheet/cells',
    tag,
    summary: 'Set the total of a task on a day',
    auth: 'person',
    body: timesheetCellInput,
    output: timesheetCellSaved,
    refusals: ['cell_has_timed_entries', 'day_locked', 'starts_in_future'],
  },
  addRow: {
    method: 'POST',
    path: '/api/v1/timesheet/rows',
    tag,
    summary: 'Add a row to a week; one that is there already stays',
    auth: 'person',
    body: timesheetRowInput,
    output: timesheetRow,
    status: 201,
  },
  removeRow: {
    method: 'DELETE',
    path: '/api/v1/timesheet/rows',
    tag,
    summary: 'Remove an empty row from a week',
    auth: 'person',
    query: timesheetRowInput,
    refusals: ['conflict'],
  },
  copy: {
    method: 'POST',
    path: '/api/v1/timesheet/copy',
    tag,
    summary: 'Copy the rows or the hours of the week before',
    auth: 'person',
    body: timesheetCopyInput,
    output: timesheetCopied,
  },
} as const satisfies Record<string, Operation>;
