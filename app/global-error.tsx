'use client';

import '@fontsource-variable/inter/wght.css';
import './globals.css';

import type { ErrorInfo } from 'next/error';
import { useEffect } from 'react';
import { PlainError } from './_ui/plain-error';

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
        <PlainError title="Trackline could not be shown." error={error} retry={retry} />
      </body>
    </html>
  );
}
