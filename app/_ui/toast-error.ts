'use client';

import { readError } from './read-error';
import { toast } from './toast';

/** What did not work, why, and the request id; for mutations: `onError: (e) => toastError('…', e)`. */
export function toastError(title: string, error: unknown): void {
  const { message, requestId } = readError(error);
  const description = [message, requestId && `Request ${requestId}`].filter(Boolean).join(' ');
  toast.error(title, description ? { description } : {});
}
