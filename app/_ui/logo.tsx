import { cn } from './cn';

/** The mark: a track that starts at a dot, as a timer does. Decorative; the name stands beside it. */
export function Logo({ className }: { className?: string | undefined | undefined }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-6 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent-solid" />
      <path d="M8 11h16M8 21h6" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" opacity="0.7" />
      <path d="M16 11v10" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="22.5" cy="21" r="2.5" fill="#fff" />
    </svg>
  );
}
