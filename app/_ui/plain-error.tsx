import type { ErrorInfo } from 'next/error';
import { readError } from './read-error';

type PlainErrorProps = Pick<ErrorInfo, 'error' | 'retry'> & { title: string };

/** Looks like ErrorState, without the parts that it is made of: every screen loads the error pages along. */
export function PlainError({ title, error, retry }: PlainErrorProps) {
  const { message, requestId } = readError(error);
  return (
    <main role="alert" className="flex min-h-dvh flex-col items-center justify-center gap-1 px-4 py-12 text-center">
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        className="mb-2 size-5 text-danger"
      >
        <circle cx="12" cy="12" r="10" />
        <path d="M12 8v4M12 16h.01" />
      </svg>
      <p className="font-medium text-ink text-sm">{title}</p>
      {message && <p className="max-w-md text-muted text-sm">{message}</p>}
      <button
        type="button"
        onClick={retry}
        className="mt-3 h-8 rounded-md border border-line bg-canvas px-3 font-medium text-ink text-sm transition-colors hover:bg-hover pointer-coarse:min-h-11"
      >
        Try again
      </button>
      {requestId && (
        <p className="mt-3 select-all text-faint text-xs">
          Request <span className="font-mono">{requestId}</span>
        </p>
      )}
    </main>
  );
}
