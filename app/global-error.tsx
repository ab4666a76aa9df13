'use client';

import '@fontsource-variable/inter/wght.css';
import './globals.css';

import type { ErrorInfo } from 'next/error';
import { useEffect } from 'react';
import { readError } from './_ui/read-error';

/**
 * Stands in for the root layout when that one fails, so it brings its own document and theme. Plain, because every
 * screen loads it along.
 */
export default function GlobalError({ error, retry }: ErrorInfo) {
  const { message, requestId } = readError(error);
  useEffect(() => {
    const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.classList.toggle('dark', isDark);
  }, []);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>Something went wrong · Trackline</title>
        <main role="alert" className="flex min-h-dvh flex-col items-center justify-center gap-3 px-4 text-center">
          <p className="font-medium text-ink text-sm">Trackline could not be shown.</p>
          {message && <p className="max-w-md text-muted text-sm">{message}</p>}
          <button
            type="button"
            onClick={retry}
            className="h-8 rounded-md border border-line bg-canvas px-3 font-medium text-ink text-sm hover:bg-hover"
          >
            Try again
          </button>
          {requestId && (
            <p className="select-all text-faint text-xs">
              Request <span className="font-mono">{requestId}</span>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}
