'use client';

import { Folder, ListTodo, Plug } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';

/** Before the first connection: the one step that makes the rest of the app useful. */
export function FirstUse() {
  const { role, name } = usePerson();
  const isAdmin = role === 'admin';
  return (
    <section className="max-w-xl">
      <h2 className="font-semibold text-ink text-lg [overflow-wrap:anywhere]">Welcome, {name}</h2>
      <p className="mt-1 text-base text-muted">
        {isAdmin
          ? 'Connect Linear, and every issue of the teams that you choose becomes a task here. A schedule keeps them up to date.'
          : 'Ask an admin to connect Linear. Then every issue of your teams is a task here, ready to track time on.'}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {isAdmin && (
          <ButtonLink href="/connections/new" variant="primary">
            <Plug aria-hidden />
            Connect Linear
          </ButtonLink>
        )}
        <ButtonLink href="/projects?new=project">
          <Folder aria-hidden />
          Create a project by hand
        </ButtonLink>
        <ButtonLink href="/tasks" variant="ghost">
          <ListTodo aria-hidden />
          See all tasks
        </ButtonLink>
      </div>
      {isAdmin && (
        <p className="mt-4 text-faint text-sm">
          You need a personal API key of Linear: in Linear, open Settings, then Security and access. Read access is
          enough.
        </p>
      )}
    </section>
  );
}
