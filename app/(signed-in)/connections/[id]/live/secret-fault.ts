import { readError } from '@/app/_ui/read-error';
import { ApiError } from '@/lib/browser/api-error';

/** What is wrong with a pasted secret, or why it could not be saved. */
export function secretFault(error: unknown): string | undefined {
  const told = error instanceof ApiError ? error.fieldErrors['secret'] : undefined;
  return told ?? readError(error).message ?? undefined;
}
