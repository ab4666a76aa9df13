import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '@/app/_ui/cn';

type StepProps = {
  number: number;
  title: string;
  description?: ReactNode;
  state: 'later' | 'now' | 'done';
  children?: ReactNode;
};

/** One step of the page: a number on a line, and what there is to do. Later steps show their title only. */
export function Step({ number, title, description, state, children }: StepProps) {
  const titleId = useId();
  const isLater = state === 'later';
  return (
    <section aria-labelledby={titleId} className="group relative flex gap-3 pb-6 last:pb-0 sm:gap-4">
      <span aria-hidden className="absolute top-7 bottom-1 left-3 w-px bg-line group-last:hidden" />
      <span
        aria-hidden
        className={cn(
          'figures z-10 flex size-6 shrink-0 items-center justify-center rounded-full border font-medium text-xs',
          state === 'done' && 'border-transparent bg-success-subtle text-success',
          state === 'now' && 'border-transparent bg-accent-solid text-white',
          isLater && 'border-line bg-canvas text-faint',
        )}
      >
        {state === 'done' ? <Check className="size-3.5" /> : number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <h2 id={titleId} className={cn('font-semibold text-base leading-6', isLater ? 'text-faint' : 'text-ink')}>
            {title}
          </h2>
          {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
        </div>
        {!isLater && children}
      </div>
    </section>
  );
}
