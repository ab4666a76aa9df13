import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const looks = {
  info: { box: 'bg-info-subtle', mark: 'text-info', icon: Info },
  success: { box: 'bg-success-subtle', mark: 'text-success', icon: CircleCheck },
  warning: { box: 'bg-warning-subtle', mark: 'text-warning', icon: TriangleAlert },
  danger: { box: 'bg-danger-subtle', mark: 'text-danger', icon: CircleAlert },
};

type CalloutProps = {
  tone?: keyof typeof looks | undefined;
  title?: ReactNode;
  action?: ReactNode;
  /** Read out when it appears; for what comes as the answer to an action. */
  live?: boolean | undefined;
  className?: string | undefined | undefined;
  children?: ReactNode;
};

export function Callout({ tone = 'info', title, action, live, className, children }: CalloutProps) {
  const { box, mark, icon: Icon } = looks[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cn('flex items-start gap-2 rounded-md px-3 py-2 text-ink text-sm', box, className)}
    >
      <span className={cn('flex h-5 items-center', mark)}>
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56 break-words">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
        {action && <div className="-my-1 flex shrink-0 items-center gap-2 self-center">{action}</div>}
      </div>
    </div>
  );
}
