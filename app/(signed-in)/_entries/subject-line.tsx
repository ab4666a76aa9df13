import { cn } from '@/app/_ui/cn';
import { ColorDot } from '@/app/_ui/color-dot';
import { type Subject, taskTitle } from './subject';

type SubjectLineProps = { subject: Subject; className?: string | undefined };

/** One line: the dot of the project, the identifier, the title. A project alone is its name. */
export function SubjectLine({ subject: { task, project }, className }: SubjectLineProps) {
  return (
    <span className={cn('flex min-w-0 items-center gap-2', className)} title={task?.name ?? project.name}>
      <ColorDot color={project.color} />
      {task?.identifier && <span className="figures shrink-0 text-faint">{task.identifier}</span>}
      <span dir="auto" className="min-w-0 truncate">
        {task ? taskTitle(task) : project.name}
      </span>
    </span>
  );
}
