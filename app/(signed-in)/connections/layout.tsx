import type { ReactNode } from 'react';
import { requireSignedInPerson } from '@/lib/auth/signed-in-person';
import { AdminsOnly } from './admins-only';

export default async function ConnectionsLayout({ children }: { children: ReactNode }) {
  const { role } = await requireSignedInPerson();
  return role === 'admin' ? children : <AdminsOnly />;
}
