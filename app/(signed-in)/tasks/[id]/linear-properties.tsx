'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Definition } from '@/app/_ui/definition-list';
import type { TaskPage } from '@/app/(signed-in)/tasks/task-pages';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import { cycleName, readIntegration } from './read-integration';

/** What only Linear has a word for. */
export function LinearProperties({ task }: { task: Task }) {
  if (task.source !== 'linear') return null;
  const { project, parent, previousIdentifiers } = readIntegration(task.customFields);
  return (
    <>
      {project && <Definition term="Linear project">{project.name}</Definition>}
      {parent && (
        <Definition term="Parent">
          <ParentLink identifier={parent.identifier} />
        </Definition>
      )}
      {previousIdentifiers.length > 0 && (
        <Definition term="Earlier identifiers">
          <span className="figures">{previousIdentifiers.join(', ')}</span>
        </Definition>
      )}
    </>
  );
}

export function CycleProperty({ task }: { task: Task }) {
  const cycle = task.source === 'linear' ? cycleName(readIntegration(task.customFields)) : null;
  return cycle && <Definition term="Cycle">{cycle}</Definition>;
}

/** A link when the parent is a task of ours; its team may not be imported. */
function ParentLink({ identifier }: { identifier: string }) {
  const query = { identifier, sourceState: 'all', limit: 1 };
  const { data } = useQuery({
    queryKey: keys.tasks.list(query),
    queryFn: ({ signal }) => api.get<TaskPage>('/api/v1/tasks', { query, signal }),
  });
  const parent = data?.items[0];
  if (!parent) return <span className="figures">{identifier}</span>;
  return (
    <Link href={`/tasks/${parent.id}`} className="text-accent-text [overflow-wrap:anywhere] hover:underline">
      <span className="line-clamp-2">{parent.name}</span>
    </Link>
  );
}
