'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { cn } from '@/app/_ui/cn';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { BudgetBar } from '@/app/(signed-in)/_money/budget-bar';
import { RateProperty } from '@/app/(signed-in)/_money/rate-property';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import { BudgetDialog } from '@/app/(signed-in)/projects/budget-dialog';
import { billableName } from '@/app/(signed-in)/tasks/task-words';
import type { Project } from '@/lib/contracts/project';
import { ProjectBillable } from './project-billable';

/** Budget, rate, and whether new time is billable. Members see what they may, and change nothing. */
export function ProjectMoney({ project }: { project: Project }) {
  const { role } = usePerson();
  const isAdmin = role === 'admin';
  const money = useMoney();
  const subject = { kind: 'project', subjectId: project.id, name: project.name } as const;
  return (
    <section
      aria-label="Budget and rate"
      className="mb-4 flex flex-wrap items-start gap-x-10 gap-y-3 border-line border-y py-3"
    >
      {(project.budget || isAdmin) && (
        <Fact label="Budget" className="w-96 max-sm:w-full">
          <Budget project={project} isAdmin={isAdmin} />
        </Fact>
      )}
      {money && (
        <Fact label="Hourly rate">
          <RateProperty subject={subject} />
        </Fact>
      )}
      <Fact label="New time is">
        {isAdmin ? (
          <ProjectBillable project={project} />
        ) : (
          <span className="text-sm">{billableName(project.billable)}</span>
        )}
      </Fact>
    </section>
  );
}

function Fact({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <h2 className="text-muted text-xs">{label}</h2>
      <div className="flex min-h-7 items-center text-sm">{children}</div>
    </div>
  );
}

function Budget({ project, isAdmin }: { project: Project; isAdmin: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <span className="flex w-full items-center gap-3">
      {project.budget && (
        <BudgetBar budget={project.budget} label={`Budget of ${project.name}`} className="min-w-0 flex-1" />
      )}
      {isAdmin && (
        <Button size="sm" onClick={() => setIsOpen(true)}>
          {project.budget ? 'Change' : 'Set a budget'}
          {project.budget && <span className="sr-only"> of the budget</span>}
        </Button>
      )}
      <BudgetDialog project={project} open={isOpen} onOpenChange={setIsOpen} />
    </span>
  );
}
