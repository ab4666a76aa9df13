import { createHash, randomBytes } from 'node:crypto';

/** 30 random bytes are 40 characters of base64url: nothing to guess, so a plain hash is enough to store. */
export function makeSecretToken(prefix = ''): string {
  return `${prefix}${randomBytes(30).toString('base64url')}`;
}

export function hashSecretToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
