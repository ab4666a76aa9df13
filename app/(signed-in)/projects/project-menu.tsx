'use client';

import { Archive, ArchiveRestore, Ellipsis, Pencil } from 'lucide-react';
import { DropdownMenu, MenuItem } from '@/app/_ui/dropdown-menu';
import { IconButton } from '@/app/_ui/icon-button';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Project } from '@/lib/contracts/project';
import { useArchiveProject } from './use-archive-project';

type ProjectMenuProps = { project: Project; size?: 'sm' | 'md'; onEdit: () => void };

export function ProjectMenu({ project, size = 'md', onEdit }: ProjectMenuProps) {
  const { role } = usePerson();
  const { archive, restore } = useArchiveProject(project);
  return (
    <DropdownMenu
      trigger={
        <IconButton
          size={size}
          label={`Actions for ${project.name.slice(0, 100)}`}
          icon={<Ellipsis aria-hidden />}
          className="relative z-10"
        />
      }
    >
      <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
        Edit
      </MenuItem>
      {role === 'admin' && (
        <MenuItem
          icon={project.archivedAt ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onSelect={project.archivedAt ? restore : archive}
        >
          {project.archivedAt ? 'Restore' : 'Archive'}
        </MenuItem>
      )}
    </DropdownMenu>
  );
}
