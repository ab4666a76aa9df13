import type { Operation } from './operation';
import { draftOperations } from './operations-drafts';
import { entryOperations, tagOperations } from './operations-entries';
import { linearOperations } from './operations-linear';
import { issueWriteOperations, linearWriteOperations } from './operations-linear-write';
import { installationOperations, rateOperations } from './operations-money';
import {
  linkOperations,
  memberOperations,
  meOperations,
  setUpOperation,
  signInOperations,
  tokenOperations,
} from './operations-people';
import { pushOperations } from './operations-push';
import { reportOperations, reportShareOperations, reportViewOperations } from './operations-reports';
import { serverOperations } from './operations-server';
import { connectionOperations, runOperations, schedulePreviewOperation } from './operations-sync';
import { quickTaskOperations, timerOperations } from './operations-time';
import { timeOnIssuesOperations } from './operations-time-on-issues';
import { timesheetOperations } from './operations-timesheet';
import { dashboardOperation, projectOperations, taskOperations, timeDashboardOperation } from './operations-tracking';

/** Every operation of the API; openapi.json is made of this list, and a test holds it in step with the routes. */
export const operations: readonly Operation[] = [
  ...Object.values(serverOperations),
  ...Object.values(signInOperations),
  setUpOperation,
  ...Object.values(meOperations),
  ...Object.values(memberOperations),
  ...Object.values(linkOperations),
  ...Object.values(tokenOperations),
  ...Object.values(connectionOperations),
  ...Object.values(runOperations),
  ...Object.values(pushOperations),
  ...Object.values(timeOnIssuesOperations),
  schedulePreviewOperation,
  dashboardOperation,
  timeDashboardOperation,
  ...Object.values(projectOperations),
  ...Object.values(taskOperations),
  ...Object.values(linearOperations),
  ...Object.values(issueWriteOperations),
  ...Object.values(linearWriteOperations),
  ...Object.values(installationOperations),
  ...Object.values(rateOperations),
  ...Object.values(timerOperations),
  ...Object.values(quickTaskOperations),
  ...Object.values(entryOperations),
  ...Object.values(tagOperations),
  ...Object.values(timesheetOperations),
  ...Object.values(draftOperations),
  ...Object.values(reportOperations),
  ...Object.values(reportViewOperations),
  ...Object.values(reportShareOperations),
];
