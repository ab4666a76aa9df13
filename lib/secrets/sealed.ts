import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { appSecret } from '@/lib/config/app-secret';
import { AppError } from '@/lib/errors/app-error';

const version = 'v1';
/** Said when opening too: Node takes a shorter tag by default, which is easier to forge. */
const tagBytes = 16;

function sealingKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret(), 'trackline', 'stored-keys', 32));
}

/** AES-256-GCM. `rowId` is bound in as associated data: a sealed key copied to another row does not open. */
export function seal(plain: string, rowId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce);
  cipher.setAAD(Buffer.from(rowId));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), body]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

export function open(sealed: string, rowId: string): string {
  const [found, nonce, tag, body] = sealed.split('.');
  try {
    if (found !== version || !nonce || !tag || body === undefined) throw new Error('Not a sealed value');
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(), Buffer.from(nonce, 'base64url'), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(rowId));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError('linear_auth_failed', 'The stored API key cannot be opened with this APP_SECRET.', {
      hint: 'Restore the APP_SECRET that this database was used with, or replace the key on the connection page.',
      cause,
    });
  }
}
