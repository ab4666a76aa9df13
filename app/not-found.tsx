import type { Metadata } from 'next';
import { ButtonLink } from './_ui/button-link';
import { EmptyState } from './_ui/empty-state';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        title="This page does not exist."
        description="It may have been moved or deleted, or the address has a typo."
        action={<ButtonLink href="/dashboard">Go to the dashboard</ButtonLink>}
      />
    </main>
  );
}
