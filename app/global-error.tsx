'use client';

import '@fontsource-variable/inter/wght.css';
import './globals.css';

import type { ErrorInfo } from 'next/error';
import { useEffect } from 'react';
import { ErrorState } from './_ui/error-state';

/** Stands in for the root layout when that one fails, so it brings its own document and theme. */
export default function GlobalError({ error, retry }: ErrorInfo) {
  useEffect(() => {
    const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.classList.toggle('dark', isDark);
  }, []);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>Something went wrong · Trackline</title>
        <main className="flex min-h-dvh items-center justify-center">
          <ErrorState title="Trackline could not be shown." error={error} onRetry={retry} />
        </main>
      </body>
    </html>
  );
}
