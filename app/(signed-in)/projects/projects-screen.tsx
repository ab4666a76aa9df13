'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Button } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import type { Project } from '@/lib/contracts/project';
import { ProjectDialog } from './project-dialog';
import { ProjectList } from './project-list';

export function ProjectsScreen() {
  const router = useRouter();
  const [isNew, setIsNew] = useQueryState('new', parseAsStringLiteral(['project']));
  const create = () => void setIsNew('project');
  async function open({ id }: Project) {
    // The address bar is written a moment later, which would undo a navigation that has begun by then.
    await setIsNew(null);
    router.push(`/projects/${id}`);
  }
  useShortcuts([{ keys: 'c', label: 'New project', group: 'This page', run: create }]);
  return (
    <PageBody width="full">
      <PageHeader
        title="Projects"
        actions={
          <Button variant="primary" onClick={create}>
            <Plus aria-hidden />
            New project
          </Button>
        }
      />
      <ProjectList onCreate={create} />
      <ProjectDialog
        project={null}
        open={isNew !== null}
        onOpenChange={() => void setIsNew(null)}
        onSaved={(saved) => void open(saved)}
      />
    </PageBody>
  );
}
