import { cn } from './cn';

const sizes = { sm: 'size-5 text-[9px]', md: 'size-6 text-[10px]', lg: 'size-8 text-xs' };

type AvatarProps = { name: string; size?: keyof typeof sizes | undefined; className?: string | undefined };

/** Initials. The name stands beside it or in a tooltip, so it says nothing to screen readers. */
export function Avatar({ name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full bg-accent-subtle font-semibold text-accent-text',
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}
