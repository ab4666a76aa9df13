import type { Metadata } from 'next';
import { findSignedInActor } from '@/lib/auth/signed-in-person';
import { LinkDoor } from './link-door';

// The address is the secret: no other page may learn it.
export const metadata: Metadata = { title: 'Your link', referrer: 'no-referrer' };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const signedIn = await findSignedInActor();
  return <LinkDoor token={token} signedInEmail={signedIn?.email ?? null} />;
}
