'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { Callout } from '@/app/_ui/callout';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useProject } from '@/app/(signed-in)/projects/use-project';
import { useDocumentTitle } from '@/app/(signed-in)/tasks/[id]/use-document-title';
import { TaskBrowser } from '@/app/(signed-in)/tasks/task-browser';
import { TaskDialog } from '@/app/(signed-in)/tasks/task-dialog';
import { useNewTask } from '@/app/(signed-in)/tasks/use-new-task';
import { ApiError } from '@/lib/browser/api-error';
import type { Project } from '@/lib/contracts/project';
import { ProjectHeader } from './project-header';
import { ProjectMoney } from './project-money';
import { ProjectTime } from './project-time';

export function ProjectScreen({ projectId }: { projectId: string }) {
  const { data: project, error, refetch, isFetching } = useProject(projectId);
  useDocumentTitle(project?.name);
  if (project) return <LoadedProject project={project} />;
  return (
    <PageBody width="full">
      {error instanceof ApiError && error.status === 404 ? (
        <EmptyState title="There is no such project." action={<ButtonLink href="/projects">All projects</ButtonLink>} />
      ) : error ? (
        <ErrorState
          title="The project could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={10} label="Loading the project" />
      )}
    </PageBody>
  );
}

function LoadedProject({ project }: { project: Project }) {
  const { isOpen, setIsOpen, open } = useNewTask();
  return (
    <PageBody width="full">
      <ProjectHeader project={project} onNewTask={open} />
      {project.archivedAt && (
        <Callout title="This project is archived." className="mb-4">
          Its tasks and their time stay. New tasks need a project that is active.
        </Callout>
      )}
      <ProjectMoney project={project} />
      <ProjectTime project={project} />
      <TaskBrowser projectId={project.id} onCreate={open} />
      <TaskDialog
        task={null}
        projectId={project.archivedAt ? undefined : project.id}
        open={isOpen}
        onOpenChange={setIsOpen}
      />
    </PageBody>
  );
}
