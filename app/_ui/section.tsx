import { type ReactNode, useId } from 'react';
import { cn } from './cn';

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined | undefined;
  children: ReactNode;
};

/** A titled part of a page, without a frame. Put at most one Panel inside. */
export function Section({ title, description, actions, className, children }: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={cn('flex flex-col gap-3', className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={titleId} className="font-semibold text-base text-ink">
            {title}
          </h2>
          {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
