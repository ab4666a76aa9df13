import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Where this page hangs, such as a link back to the list. */
  back?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
};

export function PageHeader({ title, description, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        {back && (
          <div className="mb-1 text-muted text-xs pointer-coarse:[&_a]:-my-3.5 pointer-coarse:[&_a]:py-3.5">{back}</div>
        )}
        <h1 className="font-semibold text-ink text-xl tracking-tight">{title}</h1>
        {description && <p className="mt-0.5 max-w-prose text-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
