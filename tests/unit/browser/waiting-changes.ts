import type { NewChange } from '@/lib/browser/outbox';
import type { EntryTask } from '@/lib/contracts/time-entry';

export const aTask: EntryTask = {
  id: 'task-1',
  name: 'ENG-42: Fix login',
  identifier: 'ENG-42',
  url: null,
  status: 'todo',
  sourceState: 'live',
};
export const aProject = { id: 'project-1', name: 'Engineering', color: '#0d74ce' };

const plain = { method: 'POST', after: null, entryId: null } as const;

export function aStart(startedAt: string, subject = { task: aTask, project: aProject }): NewChange {
  return {
    ...plain,
    path: '/api/v1/timer/start',
    body: { taskId: subject.task.id, startedAt },
    label: 'Start',
    effect: { kind: 'start', subject, startedAt, description: '', tags: [] },
  };
}

export function aStop(about: { after: string } | { entryId: string }, endedAt: string): NewChange {
  const body = 'entryId' in about ? { endedAt, entryId: about.entryId } : { endedAt };
  return { ...plain, ...about, path: '/api/v1/timer/stop', body, label: 'Stop', effect: { kind: 'end' } };
}

export function anEdit(about: { after: string } | { entryId: string }, description: string): NewChange {
  const entry = 'entryId' in about ? about.entryId : '{entry}';
  return {
    ...plain,
    ...about,
    method: 'PATCH',
    path: `/api/v1/time-entries/${entry}`,
    body: { description },
    label: 'Change',
    effect: { kind: 'edit', change: { description } },
  };
}
