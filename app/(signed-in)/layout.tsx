import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { requireSignedInPerson } from '@/lib/auth/signed-in-person';
import { AppFrame } from './_frame/app-frame';
import { sidebarCookie } from './_frame/sidebar-cookie';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await requireSignedInPerson();
  const initiallyCollapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed';
  return (
    <AppFrame person={person} initiallyCollapsed={initiallyCollapsed}>
      {children}
    </AppFrame>
  );
}
