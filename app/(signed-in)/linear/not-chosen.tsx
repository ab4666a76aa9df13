'use client';

import { Layers } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { ApiError } from '@/lib/browser/api-error';

export function isNotChosen(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'collection_not_chosen';
}

/** Nothing is wrong: nobody asked for it. Says who can. */
export function NotChosen({ noun }: { noun: string }) {
  const isAdmin = usePerson().role === 'admin';
  return (
    <EmptyState
      icon={<Layers aria-hidden />}
      title={`No ${noun} are read from Linear.`}
      description={
        isAdmin
          ? 'Choose what is read in the settings of the connection.'
          : 'Ask an admin to choose it in the settings of the connection.'
      }
      action={isAdmin && <ButtonLink href="/connections">Open connections</ButtonLink>}
    />
  );
}
