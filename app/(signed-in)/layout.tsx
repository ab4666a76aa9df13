import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { showUser } from '@/lib/auth/profile';
import { requireSignedInActor } from '@/lib/auth/signed-in-person';
import { getTimer } from '@/lib/tracking/timer';
import { AppFrame } from './_frame/app-frame';
import { sidebarCookie } from './_frame/sidebar-cookie';
import { TimerBar } from './_timer/timer-bar';
import { TimerNotices } from './_timer/timer-notices';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await requireSignedInActor();
  const [person, timer] = await Promise.all([showUser(actor.userId), getTimer(actor, new Date())]);
  const initiallyCollapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed';
  return (
    <AppFrame
      person={person}
      initiallyCollapsed={initiallyCollapsed}
      timer={<TimerBar first={timer} />}
      notices={<TimerNotices />}
    >
      {children}
    </AppFrame>
  );
}
