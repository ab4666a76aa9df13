import { setupInput } from '@/lib/contracts/person';

/** The browser knows the time zone by itself. */
export const setupFields = setupInput.omit({ timeZone: true });
