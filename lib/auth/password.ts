import { hashPassword as hash, verifyPassword } from 'better-auth/crypto';

/** scrypt, as better-auth stores and checks it. Takes tens of milliseconds: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export function isPassword(password: string, passwordHash: string): Promise<boolean> {
  return verifyPassword({ password, hash: passwordHash });
}
