'use client';

import { ListTodo, SearchX } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';

type NoTasksProps = {
  isFiltered: boolean;
  isSearch: boolean;
  /** Undefined where archived tasks are among those looked at. */
  onIncludeArchived: (() => void) | undefined;
  projectId: string | undefined;
  onClear: () => void;
  onCreate: () => void;
};

export function NoTasks({ isFiltered, isSearch, onIncludeArchived, projectId, onClear, onCreate }: NoTasksProps) {
  const { role } = usePerson();
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No task matches."
        description={isSearch && 'Search looks at titles and identifiers, old ones too.'}
        action={
          <>
            <Button onClick={onClear}>Clear filters</Button>
            {onIncludeArchived && <Button onClick={onIncludeArchived}>Include archived</Button>}
          </>
        }
      />
    );
  }
  const create = <Button onClick={onCreate}>New task</Button>;
  if (projectId) return <EmptyState icon={<ListTodo aria-hidden />} title="No tasks here yet." action={create} />;
  return (
    <EmptyState
      icon={<ListTodo aria-hidden />}
      title="No tasks yet."
      description={
        role === 'admin'
          ? 'Connect Linear to import its issues as tasks, or make one by hand.'
          : 'Ask an admin to connect Linear, or make a task by hand.'
      }
      action={
        <>
          {role === 'admin' && (
            <ButtonLink href="/connections/new" variant="primary">
              Connect Linear
            </ButtonLink>
          )}
          {create}
        </>
      }
    />
  );
}
