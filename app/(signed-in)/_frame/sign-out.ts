'use client';

import { toastError } from '@/app/_ui/toast-error';

/** Leaves by a full page load, so nothing of the person stays in the browser's memory. */
export async function signOut(): Promise<void> {
  try {
    const response = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!response.ok) throw new Error(`Signing out was answered with ${response.status}.`);
    window.location.assign('/sign-in');
  } catch (error) {
    toastError('You could not be signed out. Try again.', error);
  }
}
