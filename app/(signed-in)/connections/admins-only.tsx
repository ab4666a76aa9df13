import { Plug } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';

export function AdminsOnly() {
  return (
    <PageBody>
      <PageHeader title="Connections" />
      <EmptyState
        icon={<Plug aria-hidden />}
        title="Only admins can see connections."
        description="Ask an admin when tasks look out of date."
        action={<ButtonLink href="/tasks">Go to tasks</ButtonLink>}
      />
    </PageBody>
  );
}
