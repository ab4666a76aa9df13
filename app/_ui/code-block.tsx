import { cn } from './cn';
import { CopyButton } from './copy-button';

type CodeBlockProps = {
  code: string;
  /** What it is, for screen readers and the copy button: "API token". */
  label: string;
  className?: string | undefined | undefined;
};

/** One line, a link or a key, is wrapped and so all in sight; several lines keep their shape and scroll. */
export function CodeBlock({ code, label, className }: CodeBlockProps) {
  const isOneLine = !code.includes('\n');
  return (
    <section
      aria-label={label}
      className={cn('flex min-w-0 items-start rounded-md border border-line bg-subtle pr-1', className)}
    >
      <pre
        // What scrolls must be within the keyboard's reach.
        tabIndex={isOneLine ? undefined : 0}
        className={cn(
          'min-w-0 flex-1 px-3 py-2 font-mono text-ink text-xs leading-5',
          isOneLine ? 'whitespace-pre-wrap break-all' : 'overflow-x-auto',
        )}
      >
        <code>{code}</code>
      </pre>
      <CopyButton value={code} label={`Copy ${label.charAt(0).toLowerCase()}${label.slice(1)}`} className="mt-1" />
    </section>
  );
}
