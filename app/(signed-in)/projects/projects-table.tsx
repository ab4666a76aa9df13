'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { ColorDot } from '@/app/_ui/color-dot';
import { formatCount } from '@/app/_ui/format-number';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { useListCursor } from '@/app/_ui/use-list-cursor';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { VisuallyHidden } from '@/app/_ui/visually-hidden';
import { BudgetBar } from '@/app/(signed-in)/_money/budget-bar';
import { sourceNames } from '@/app/(signed-in)/tasks/task-words';
import type { Project } from '@/lib/contracts/project';
import { formatDuration } from '@/lib/time/format-duration';
import { ProjectMenu } from './project-menu';

type ProjectsTableProps = { projects: readonly Project[]; onEdit: (project: Project) => void };

export function ProjectsTable({ projects, onEdit }: ProjectsTableProps) {
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const { cursor } = useListCursor({
    count: projects.length,
    onOpen: (index) => router.push(`/projects/${projects[index]?.id}`),
    onMove: (index) => body.current?.rows[index]?.scrollIntoView({ block: 'nearest' }),
  });
  const hasBudgets = projects.some(({ budget }) => budget !== null);
  const active = cursor === null ? undefined : projects[cursor];
  useShortcuts(active ? [{ keys: 'e', label: 'Edit the row', group: 'Lists', run: () => onEdit(active) }] : []);
  return (
    <Table label="Projects">
      <TableHead>
        <Th>Project</Th>
        <Th className="max-md:hidden">Key</Th>
        <Th className="max-md:hidden">Source</Th>
        <Th numeric>Open</Th>
        <Th numeric className="max-sm:hidden">
          Tasks
        </Th>
        <Th numeric>Tracked</Th>
        {hasBudgets && <Th className="max-lg:hidden">Budget</Th>}
        <Th className="w-10">
          <VisuallyHidden>Actions</VisuallyHidden>
        </Th>
      </TableHead>
      <tbody ref={body}>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            hasBudgets={hasBudgets}
            isActive={project === active}
            onEdit={() => onEdit(project)}
          />
        ))}
      </tbody>
    </Table>
  );
}

type ProjectRowProps = { project: Project; hasBudgets: boolean; isActive: boolean; onEdit: () => void };

function ProjectRow({ project, hasBudgets, isActive, onEdit }: ProjectRowProps) {
  const { id, name, color, key, source, archivedAt } = project;
  return (
    <Tr className={cn('relative scroll-my-20 pointer-coarse:h-11', isActive && 'bg-selected hover:bg-selected')}>
      <Td className="w-full max-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <ColorDot color={color} />
          <Link
            href={`/projects/${id}`}
            prefetch={false}
            dir="auto"
            className="min-w-0 truncate font-medium text-ink after:absolute after:inset-0"
          >
            {name}
          </Link>
          {archivedAt && <Badge>Archived</Badge>}
        </span>
      </Td>
      <Td className="figures whitespace-nowrap text-muted max-md:hidden">{key}</Td>
      <Td className="whitespace-nowrap text-muted max-md:hidden">{sourceNames[source]}</Td>
      <Td numeric>{formatCount(project.openTaskCount)}</Td>
      <Td numeric className="text-muted max-sm:hidden">
        {formatCount(project.taskCount - project.archivedTaskCount)}
      </Td>
      <Td numeric className="text-muted">
        {formatDuration(project.trackedSeconds)}
      </Td>
      {hasBudgets && (
        <Td className="max-lg:hidden">
          {project.budget && <BudgetBar compact budget={project.budget} label={`Budget of ${name}`} className="w-36" />}
        </Td>
      )}
      <Td className="py-0 pr-1">
        <ProjectMenu project={project} size="sm" onEdit={onEdit} />
      </Td>
    </Tr>
  );
}
