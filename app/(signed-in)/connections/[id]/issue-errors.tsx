import { formatCount, plural } from '@/app/_ui/format-number';
import type { IssueError } from '@/lib/contracts/run';

type IssueErrorsProps = {
  errors: readonly IssueError[];
  /** May be more than are listed. */
  total: number;
};

/** Issues that could not be read or stored; the next runs try them again. */
export function IssueErrors({ errors, total }: IssueErrorsProps) {
  const count = Math.max(total, errors.length);
  return (
    <section aria-label="Issues that failed" className="flex flex-col gap-1">
      <h3 className="font-medium text-ink text-sm">{plural(count, 'issue')} failed, and will be tried again</h3>
      <ul className="max-h-64 overflow-y-auto rounded-md border border-line bg-canvas text-xs">
        {errors.map((error) => (
          <li key={error.externalId} className="flex gap-3 border-line border-b px-3 py-1.5 last:border-b-0">
            <span className="figures w-20 shrink-0 text-muted">{error.identifier ?? error.externalId.slice(0, 8)}</span>
            <span className="min-w-0 break-words text-ink">{error.message}</span>
          </li>
        ))}
      </ul>
      {count > errors.length && <p className="text-faint text-xs">{formatCount(errors.length)} of them are listed.</p>}
    </section>
  );
}
