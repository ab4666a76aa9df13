import type { ReactNode } from 'react';
import { cn } from './cn';

type EmptyStateProps = {
  /** One line: "No tasks yet." */
  title: string;
  /** At most one more sentence. */
  description?: ReactNode;
  icon?: ReactNode;
  /** The next step, as a Button or a ButtonLink. */
  action?: ReactNode;
  className?: string | undefined | undefined;
};

export function EmptyState({ title, description, icon, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center gap-1 px-4 py-12 text-center [&>svg]:mb-2 [&>svg]:size-5 [&>svg]:text-faint',
        className,
      )}
    >
      {icon}
      <p className="font-medium text-ink text-sm">{title}</p>
      {description && <p className="max-w-sm text-muted text-sm">{description}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
