import { randomUUID } from 'node:crypto';
import { type AdminPerson, type PersonActor, requireAdmin, requirePerson } from '@/lib/auth/actor';
import { createPerson } from '@/lib/auth/create-person';
import { findActor } from '@/lib/auth/find-actor';
import { hashPassword } from '@/lib/auth/password';
import { signIn } from '@/lib/auth/sign-in';
import { createToken } from '@/lib/auth/tokens';
import type { Role } from '@/lib/contracts/person';
import { inTransaction } from '@/lib/db/client';

export const origin = 'http://localhost:3000';
export const testPassword = 'correct horse battery';

export interface TestPerson {
  id: string;
  email: string;
  actor: PersonActor;
  /** Headers of a browser that is signed in, good for reads and writes. */
  headers: Record<string, string>;
}

export interface TestAdmin extends TestPerson {
  actor: AdminPerson;
}

export async function makeAdmin(given: { name?: string; email?: string } = {}): Promise<TestAdmin> {
  const person = await makePerson('admin', given);
  return { ...person, actor: requireAdmin(person.actor) };
}

export function makeMember(given: { name?: string; email?: string } = {}): Promise<TestPerson> {
  return makePerson('member', given);
}

// One scrypt for all: the password is the same.
let passwordHash: Promise<string> | undefined;

async function makePerson(role: Role, given: { name?: string; email?: string }): Promise<TestPerson> {
  passwordHash ??= hashPassword(testPassword);
  const email = given.email ?? `${role}-${randomUUID().slice(0, 8)}@example.com`;
  const person = {
    name: given.name ?? `Test ${role}`,
    email,
    role,
    timeZone: 'UTC',
    passwordHash: await passwordHash,
    now: new Date(),
  };
  const id = await inTransaction((tx) => createPerson(person, tx));
  const headers = await signedInHeaders(email);
  const { actor } = await findActor(new Headers(headers), new Date(), { prolong: false });
  if (actor === null) throw new Error('The test person is not signed in');
  return { id, email, actor: requirePerson(actor), headers };
}

/** Signs in once more: another browser of the same person. */
export async function signedInHeaders(email: string, password = testPassword): Promise<Record<string, string>> {
  const { cookies } = await signIn({ email, password }, browserHeaders());
  return { host: new URL(origin).host, origin, cookie: cookiesOf(cookies) };
}

export function browserHeaders(): Headers {
  return new Headers({ host: new URL(origin).host, origin });
}

/** What a browser sends back for these Set-Cookie values. */
export function cookiesOf(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Headers of a script with an API token of this person. */
export async function tokenHeaders(person: TestPerson, scope: 'read' | 'write'): Promise<Record<string, string>> {
  const { token } = await createToken(person.actor, { name: `${scope} token`, scope }, new Date());
  return { host: new URL(origin).host, authorization: `Bearer ${token}` };
}

/** A real request; `body` is sent as JSON. */
export function request(
  method: string,
  path: string,
  given: { headers?: Record<string, string>; body?: unknown } = {},
): Request {
  const headers = new Headers({ host: new URL(origin).host, ...given.headers });
  if (given.body === undefined) return new Request(`${origin}${path}`, { method, headers });
  headers.set('content-type', 'application/json');
  return new Request(`${origin}${path}`, { method, headers, body: JSON.stringify(given.body) });
}

/** The second argument of a route handler. */
export function params(values: Record<string, string>): { params: Promise<Record<string, string>> } {
  return { params: Promise.resolve(values) };
}
