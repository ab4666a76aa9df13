'use client';

import { Folder, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { cn } from '@/app/_ui/cn';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { toast } from '@/app/_ui/toast';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Project } from '@/lib/contracts/project';
import { ProjectDialog } from './project-dialog';
import { ProjectToolbar } from './project-toolbar';
import { ProjectsTable } from './projects-table';
import { type ProjectFilterState, useProjectFilters } from './use-project-filters';
import { useProjects } from './use-projects';

type ProjectListProps = { onCreate: () => void };

export function ProjectList({ onCreate }: ProjectListProps) {
  const state = useProjectFilters();
  return (
    <>
      <ProjectToolbar state={state} />
      <Results state={state} onCreate={onCreate} />
    </>
  );
}

function Results({ state, onCreate }: ProjectListProps & { state: ProjectFilterState }) {
  const [edited, setEdited] = useState<Project | null>(null);
  const projects = useProjects(state.query);
  const items = projects.data?.pages.flatMap((page) => page.items) ?? [];
  if (projects.isPending) return <SkeletonRows rows={6} label="Loading projects" />;
  if (projects.isError && items.length === 0) {
    return (
      <ErrorState
        title="The projects could not be loaded."
        error={projects.error}
        onRetry={() => projects.refetch()}
        isRetrying={projects.isFetching}
      />
    );
  }
  if (items.length === 0) return <NoProjects state={state} onCreate={onCreate} />;
  return (
    <Panel flush className={cn('transition-opacity', projects.isPlaceholderData && 'opacity-60 delay-150')}>
      <ProjectsTable projects={items} onEdit={setEdited} />
      <LoadMore
        shown={items.length}
        total={projects.data?.pages[0]?.total}
        hasMore={projects.hasNextPage}
        loading={projects.isFetchingNextPage}
        onLoadMore={() => projects.fetchNextPage()}
      />
      <ProjectDialog
        project={edited}
        open={edited !== null}
        onOpenChange={() => setEdited(null)}
        onSaved={() => void toast('Project saved.')}
      />
    </Panel>
  );
}

function NoProjects({ state, onCreate }: ProjectListProps & { state: ProjectFilterState }) {
  const { role } = usePerson();
  if (state.isFiltered) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No project matches."
        action={<Button onClick={() => void state.clear()}>Clear filters</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Folder aria-hidden />}
      title="No projects yet."
      description={
        role === 'admin'
          ? 'Connect Linear, and each of its teams becomes a project. Or make one by hand.'
          : 'Ask an admin to connect Linear, or make a project by hand.'
      }
      action={
        <>
          {role === 'admin' && (
            <ButtonLink href="/connections/new" variant="primary">
              Connect Linear
            </ButtonLink>
          )}
          <Button onClick={onCreate}>New project</Button>
        </>
      }
    />
  );
}
