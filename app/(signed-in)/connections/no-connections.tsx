import { Plug } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';

export function NoConnections() {
  return (
    <EmptyState
      icon={<Plug aria-hidden />}
      title="Turn your Linear issues into tasks that you track time on."
      description="Paste an API key, pick teams, and a schedule keeps every task up to date."
      action={
        <ButtonLink href="/connections/new" variant="primary">
          Connect Linear
        </ButtonLink>
      }
    />
  );
}
