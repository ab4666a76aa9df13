'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { readError } from './read-error';

type ErrorStateProps = {
  /** What did not work: "The tasks could not be loaded." */
  title: string;
  /** What was thrown. An answer of our API says why and carries the request id. */
  error?: unknown;
  /** Wins over the error's own. */
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
  action?: ReactNode;
  className?: string | undefined | undefined;
};

export function ErrorState(props: ErrorStateProps) {
  const { title, error, onRetry, isRetrying, action, className } = props;
  const { message, requestId: ownRequestId } = readError(error);
  const requestId = props.requestId ?? ownRequestId;
  return (
    <div role="alert" className={cn('flex flex-col items-center gap-1 px-4 py-12 text-center', className)}>
      <CircleAlert aria-hidden className="mb-2 size-5 text-danger" />
      <p className="font-medium text-ink text-sm">{title}</p>
      {message && <p className="max-w-md text-muted text-sm">{message}</p>}
      {(onRetry || action) && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button onClick={onRetry} loading={isRetrying}>
              Try again
            </Button>
          )}
          {action}
        </div>
      )}
      {requestId && (
        <p className="mt-3 select-all text-faint text-xs">
          Request <span className="font-mono">{requestId}</span>
        </p>
      )}
    </div>
  );
}
