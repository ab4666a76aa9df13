import type { ReportGroup } from './report';

export const reportGroupNames: Record<ReportGroup, string> = {
  project: 'Project',
  task: 'Task',
  person: 'Person',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  label: 'Label',
  cycle: 'Cycle',
  madeInProject: 'Project at the time',
  billable: 'Billable',
};
