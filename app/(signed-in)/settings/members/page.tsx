import type { Metadata } from 'next';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireSignedInPerson } from '@/lib/auth/signed-in-person';
import { MembersScreen } from './members-screen';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const { role } = await requireSignedInPerson();
  if (role === 'admin') return <MembersScreen />;
  return (
    <EmptyState title="Only admins see the members." description="Ask an admin if somebody should join or leave." />
  );
}
