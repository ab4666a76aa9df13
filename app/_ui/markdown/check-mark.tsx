import { Check } from 'lucide-react';
import { cn } from '@/app/_ui/cn';

/** In the place of the bullet. */
export function CheckMark({ isDone }: { isDone: boolean }) {
  return (
    <span
      className={cn(
        'absolute top-[0.2em] -left-5 flex size-3.5 items-center justify-center rounded-sm border border-control',
        isDone && 'border-accent-solid bg-accent-solid text-white',
      )}
    >
      {isDone && <Check aria-hidden className="size-3" />}
      <span className="sr-only">{isDone ? 'Done: ' : 'To do: '}</span>
    </span>
  );
}
