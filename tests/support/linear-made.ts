import { randomUUID } from 'node:crypto';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';

type Make<C extends LinearCollection> = (given?: Partial<LinearObjectOf<C>>) => LinearObjectOf<C>;

const dated = { createdAt: '2026-05-01T08:00:00.000Z', updatedAt: '2026-05-02T08:00:00.000Z', archivedAt: null };

/** Objects as the mirror publishes them, each with an id of its own. */
export function makeMirrorObjects() {
  const team: Make<'teams'> = (given = {}) => ({
    id: randomUUID(),
    name: `Team ${given.key ?? 'ENG'}`,
    key: 'ENG',
    description: null,
    color: '#5e6ad2',
    icon: null,
    private: false,
    ...dated,
    ...given,
  });
  const teamRef = ({ id, name, key }: { id: string; name: string; key: string }) => ({ id, name, key });
  const issueRef = ({ id, identifier }: { id: string; identifier: string | null }) => ({ id, identifier });
  const anyIssue = () => ({ id: randomUUID(), identifier: 'XYZ-1' });
  const issue: Make<'issues'> = (given = {}) => ({
    id: randomUUID(),
    identifier: 'ENG-1',
    title: 'Fix login',
    description: null,
    priority: 2,
    estimate: null,
    dueDate: null,
    state: { id: randomUUID(), name: 'Todo', type: 'unstarted' },
    assignee: null,
    project: null,
    cycle: null,
    parent: null,
    labels: [],
    url: 'https://linear.app/northwind/issue/ENG-1',
    trashed: false,
    completedAt: null,
    taskId: randomUUID(),
    ...dated,
    ...given,
    team: teamRef(given.team ?? team()),
  });
  const cycle: Make<'cycles'> = (given = {}) => ({
    id: randomUUID(),
    number: 7,
    name: null,
    description: null,
    startsAt: '2026-11-16T00:00:00.000Z',
    endsAt: '2026-11-30T00:00:00.000Z',
    completedAt: null,
    progress: 0.5,
    scope: 20,
    completedScope: 10,
    ...dated,
    ...given,
    team: teamRef(given.team ?? team()),
  });
  const project: Make<'projects'> = (given = {}) => ({
    id: randomUUID(),
    name: 'Checkout',
    description: '',
    state: 'started',
    status: null,
    progress: 0.25,
    scope: 40,
    url: 'https://linear.app/northwind/project/checkout',
    color: null,
    icon: null,
    startDate: null,
    targetDate: null,
    lead: null,
    trashed: false,
    completedAt: null,
    ...dated,
    ...given,
    teams: (given.teams ?? [team()]).map(teamRef),
  });
  const comment: Make<'comments'> = (given = {}) => ({
    id: randomUUID(),
    body: 'Looks good',
    url: 'https://linear.app/northwind/comment',
    user: null,
    project: null,
    parent: null,
    editedAt: null,
    resolvedAt: null,
    ...dated,
    ...given,
    issue: given.issue === null ? null : issueRef(given.issue ?? anyIssue()),
  });
  const relation: Make<'issue-relations'> = (given = {}) => ({
    id: randomUUID(),
    type: 'blocks',
    ...dated,
    ...given,
    issue: issueRef(given.issue ?? anyIssue()),
    relatedIssue: issueRef(given.relatedIssue ?? anyIssue()),
  });
  const notification: Make<'notifications'> = (given = {}) => ({
    id: randomUUID(),
    type: 'issueMention',
    readAt: null,
    snoozedUntilAt: null,
    actor: null,
    issue: null,
    project: null,
    comment: null,
    projectUpdate: null,
    ...dated,
    ...given,
  });
  return { team, issue, cycle, project, comment, relation, notification };
}
