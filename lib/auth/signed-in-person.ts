import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Me } from '@/lib/contracts/person';
import type { PersonActor } from './actor';
import { findActor } from './find-actor';
import { pathHeader } from './path-header';
import { showUser } from './profile';
import { isSetUp } from './set-up';

/** Who is signed in, for pages that look different then; null when nobody is. */
export const findSignedInActor = cache(async (): Promise<PersonActor | null> => {
  const given = new Headers(await headers());
  // Pages are for sessions: a token in a page request is nobody.
  given.delete('authorization');
  const { actor } = await findActor(given, new Date(), { prolong: false });
  return actor;
});

/** The signed-in person as an actor, for pages that call a rule. Redirects like `requireSignedInPerson`. */
export async function requireSignedInActor(): Promise<PersonActor> {
  const actor = await findSignedInActor();
  if (actor !== null) return actor;
  if (!(await isSetUp())) redirect('/setup');
  const path = (await headers()).get(pathHeader) ?? '/';
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** The signed-in person. Redirects to set-up while there is nobody at all, else to sign-in and back. */
export async function requireSignedInPerson(): Promise<Me> {
  return showUser((await requireSignedInActor()).userId);
}
