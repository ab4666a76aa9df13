'use client';

import { ChevronLeft, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ColorDot } from '@/app/_ui/color-dot';
import { ExternalLink } from '@/app/_ui/external-link';
import { formatCount, plural } from '@/app/_ui/format-number';
import { PageHeader } from '@/app/_ui/page-header';
import { toast } from '@/app/_ui/toast';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { ProjectDialog } from '@/app/(signed-in)/projects/project-dialog';
import { ProjectMenu } from '@/app/(signed-in)/projects/project-menu';
import { sourceNames } from '@/app/(signed-in)/tasks/task-words';
import type { Project } from '@/lib/contracts/project';
import { formatDuration } from '@/lib/time/format-duration';

type ProjectHeaderProps = { project: Project; onNewTask: () => void };

export function ProjectHeader({ project, onNewTask }: ProjectHeaderProps) {
  const [isEditing, setIsEditing] = useState(false);
  useShortcuts([{ keys: 'e', label: 'Edit the project', group: 'This page', run: () => setIsEditing(true) }]);
  return (
    <>
      <PageHeader
        back={
          <Link href="/projects" className="inline-flex items-center gap-0.5 hover:text-ink">
            <ChevronLeft aria-hidden className="size-3.5" />
            Projects
          </Link>
        }
        title={
          <span className="flex items-center gap-2">
            <ColorDot color={project.color} />
            <span dir="auto" className="[overflow-wrap:anywhere]">
              {project.name}
            </span>
            {project.key && <span className="figures font-normal text-faint text-sm">{project.key}</span>}
          </span>
        }
        description={<Facts project={project} />}
        actions={
          <>
            {project.url && <ExternalLink href={project.url}>Open in Linear</ExternalLink>}
            <ProjectMenu project={project} onEdit={() => setIsEditing(true)} />
            <Button variant="primary" onClick={onNewTask}>
              <Plus aria-hidden />
              New task
            </Button>
          </>
        }
      />
      {project.description && (
        <p className="mb-4 max-w-prose whitespace-pre-line text-muted text-sm [overflow-wrap:anywhere]">
          {project.description}
        </p>
      )}
      <ProjectDialog
        project={project}
        open={isEditing}
        onOpenChange={setIsEditing}
        onSaved={() => void toast('Project saved.')}
      />
    </>
  );
}

function Facts({ project }: { project: Project }) {
  const { openTaskCount, taskCount, archivedTaskCount, trackedSeconds, source } = project;
  return (
    <span className="figures">
      {formatCount(openTaskCount)} open of {plural(taskCount - archivedTaskCount, 'task')}
      {archivedTaskCount > 0 && ` · ${formatCount(archivedTaskCount)} archived`} · {formatDuration(trackedSeconds)}{' '}
      tracked · {source === 'linear' ? 'Imported from Linear' : sourceNames[source]}
    </span>
  );
}
