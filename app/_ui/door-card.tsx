import type { ReactNode } from 'react';
import { Logo } from './logo';

type DoorCardProps = {
  title: string;
  description?: ReactNode;
  /** Under the form: a way elsewhere. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The screens in front of the door: sign in, set up, join. */
export function DoorCard({ title, description, footer, children }: DoorCardProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-sidebar px-4 py-12 sm:pt-[14vh]">
      <div className="flex items-center gap-2 font-semibold text-base text-ink">
        <Logo />
        Trackline
      </div>
      <div className="mt-6 w-full max-w-sm rounded-md border border-line bg-canvas p-6">
        <h1 className="font-semibold text-ink text-xl tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-muted text-sm">{description}</p>}
        <div className="mt-5">{children}</div>
      </div>
      {footer && <p className="mt-4 max-w-sm text-center text-muted text-sm">{footer}</p>}
    </main>
  );
}
