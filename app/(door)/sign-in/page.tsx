import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorCard } from '@/app/_ui/door-card';
import { isSetUp } from '@/lib/auth/set-up';
import { findSignedInActor } from '@/lib/auth/signed-in-person';
import { ownPath } from '@/lib/browser/own-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (!(await isSetUp())) redirect('/setup');
  const { next } = await searchParams;
  const goesTo = ownPath(typeof next === 'string' ? next : null, '/dashboard');
  if (await findSignedInActor()) redirect(goesTo);
  return (
    <DoorCard title="Sign in" footer="No account yet? Ask an admin for an invite link. They can also reset a password.">
      <SignInForm goesTo={goesTo} />
    </DoorCard>
  );
}
