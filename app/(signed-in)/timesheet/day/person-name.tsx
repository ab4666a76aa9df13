'use client';

import { Avatar } from '@/app/_ui/avatar';
import { useMembers } from '@/app/(signed-in)/settings/members/use-members';

/** Whose time it is, when it is not one's own. Only admins come here. */
export function PersonName({ userId }: { userId: string }) {
  const { data } = useMembers();
  const name = data?.items.find(({ id }) => id === userId)?.name;
  if (!name) return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-muted text-sm">
      <Avatar name={name} size="sm" />
      <span className="truncate">{name}</span>
    </span>
  );
}
