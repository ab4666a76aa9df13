import { cn } from './cn';
import { CopyButton } from './copy-button';

type CodeBlockProps = {
  code: string;
  /** What it is, for screen readers and the copy button: "API token". */
  label: string;
  className?: string | undefined | undefined;
};

export function CodeBlock({ code, label, className }: CodeBlockProps) {
  return (
    <section
      aria-label={label}
      className={cn('flex min-w-0 items-start rounded-md border border-line bg-subtle pr-1', className)}
    >
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it.
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto px-3 py-2 font-mono text-ink text-xs leading-5"
      >
        <code>{code}</code>
      </pre>
      <CopyButton value={code} label={`Copy ${label.charAt(0).toLowerCase()}${label.slice(1)}`} className="mt-1" />
    </section>
  );
}
