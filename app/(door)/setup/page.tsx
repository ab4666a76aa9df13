import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorCard } from '@/app/_ui/door-card';
import { isSetUp } from '@/lib/auth/set-up';
import { SetupForm } from './setup-form';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage() {
  if (await isSetUp()) redirect('/sign-in');
  return (
    <DoorCard
      title="Set up Trackline"
      description="Make the first account. It is an admin: it can connect Linear and invite others."
    >
      <SetupForm />
    </DoorCard>
  );
}
