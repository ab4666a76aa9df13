'use client';

import type { ErrorInfo } from 'next/error';
import { ErrorState } from './_ui/error-state';

export default function ErrorPage({ error, retry }: ErrorInfo) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState title="This page could not be shown." error={error} onRetry={retry} />
    </main>
  );
}
