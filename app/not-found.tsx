import type { Metadata } from 'next';
import { buttonStyles } from './_ui/button-styles';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-1 px-4 text-center">
      <h1 className="font-semibold text-ink text-lg">This page does not exist.</h1>
      <p className="mb-3 text-muted text-sm">It may have been moved or deleted, or the address has a typo.</p>
      {/* Not Next's link: every screen loads this page's scripts along. */}
      <a href="/dashboard" className={buttonStyles()}>
        Go to the dashboard
      </a>
    </main>
  );
}
