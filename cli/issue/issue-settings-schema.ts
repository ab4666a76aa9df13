import { z } from 'zod';
import { issueKinds } from './issue-kinds';

/** The name of a state by the key of a team; `*` for every other team. */
const stateByTeam = z.record(z.string(), z.string().trim().min(1)).default({});
const labels = z.array(z.string().trim().min(1));

const classify = z
  .strictObject({
    patch: labels.default(['Patch', 'Hotfix', 'Security']),
    bug: labels.default(['Bug', 'Regression']),
    feature: labels.default(['Feature', 'Improvement', 'Enhancement']),
    chore: labels.default([
      'Chore',
      'Maintenance',
      'Refactoring',
      'Documentation',
      'Tests',
      'Infrastructure',
      'Tech debt',
    ]),
    /** Of an issue with none of these labels; left out, that is an error. */
    otherwise: z.enum(issueKinds).optional(),
  })
  .prefault({});

export const issueSettings = z.strictObject({ close: stateByTeam, reopen: stateByTeam, classify });
export type IssueSettings = z.infer<typeof issueSettings>;
