import { toUSVString } from 'node:util';
import { z } from 'zod';

/**
 * Text that people typed. NUL cannot be stored by PostgreSQL, and half of a surrogate pair by no database: they would
 * fail one page after the other, or come back as something else and look changed for ever.
 */
export const cleanText = z.string().transform((text) => toUSVString(text.replaceAll('\0', '')));
