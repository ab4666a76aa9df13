'use client';

import { toastError } from '@/app/_ui/toast-error';
import { setSigningOut } from '@/lib/browser/go-to-sign-in';

/** Leaves by a full page load, so nothing of the person stays in the browser's memory. */
export async function signOut(): Promise<void> {
  setSigningOut(true);
  try {
    const response = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!response.ok) throw new Error(`Signing out was answered with ${response.status}.`);
    window.location.assign('/sign-in');
  } catch (error) {
    setSigningOut(false);
    toastError('You could not be signed out. Try again.', error);
  }
}
