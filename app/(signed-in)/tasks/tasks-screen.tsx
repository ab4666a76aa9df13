'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { TaskBrowser } from './task-browser';
import { TaskDialog } from './task-dialog';
import { useNewTask } from './use-new-task';

export function TasksScreen() {
  const { isOpen, setIsOpen, open } = useNewTask();
  return (
    <PageBody width="full">
      <PageHeader
        title="Tasks"
        actions={
          <Button variant="primary" onClick={open}>
            <Plus aria-hidden />
            New task
          </Button>
        }
      />
      <TaskBrowser onCreate={open} />
      <TaskDialog task={null} open={isOpen} onOpenChange={setIsOpen} />
    </PageBody>
  );
}
