import { z } from 'zod';
import { email } from '@/lib/contracts/person';

// Not the contract's password: what counts here is what was chosen once, not today's rules for a new one.
export const credentials = z.strictObject({ email, password: z.string().min(1, 'Enter your password.') });
