import type { Role } from '@/lib/contracts/person';
import type { TokenScope } from '@/lib/contracts/token';
import { AppError } from '@/lib/errors/app-error';

export interface Person {
  kind: 'person';
  userId: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  weekStart: WeekStart;
  timerLimitMinutes: number;
  weekTargetMinutes: number;
  /** What a token allows; a session always writes. */
  scope: TokenScope;
  via: 'session' | 'token';
  /** The session behind this call; null for a token. */
  sessionId: string | null;
}

export type WeekStart = 0 | 1 | 6;

/** The app itself: scheduled runs, resumed runs, start-up. */
export interface Scheduler {
  kind: 'scheduler';
}

export type Actor = Person | Scheduler;

export const scheduler: AdminActor = authorize<Actor, 'admin'>({ kind: 'scheduler' });

declare const permission: unique symbol;
/** A value whose permission has been checked. Only the functions below make one, so a forgotten check does not compile. */
export type Authorized<T, P extends string> = T & { readonly [permission]: { readonly [K in P]: true } };

export type PersonActor = Authorized<Person, 'person'>;
/** May see and change connections, members and links: a person with the role, or the scheduler. */
export type AdminActor = Authorized<Actor, 'admin'>;
export type AdminPerson = Authorized<Person, 'person' | 'admin'>;

function authorize<T, P extends string>(value: T): Authorized<T, P> {
  return value as Authorized<T, P>;
}

/** Throws `unauthenticated` when the actor is no person. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new AppError('unauthenticated', 'Sign in to do this.');
  return authorize<Person, 'person'>(actor);
}

/** Throws `forbidden` for members. */
export function requireAdmin(actor: Person): AdminPerson;
export function requireAdmin(actor: Actor): AdminActor;
export function requireAdmin(actor: Actor): AdminActor {
  if (actor.kind === 'person' && actor.role !== 'admin') throw new AppError('forbidden', 'Only admins can do this.');
  return authorize<Actor, 'admin'>(actor);
}

/** For what a leaked token must never do: take over the account or outlive its own revocation. */
export function requireSession(actor: PersonActor): PersonActor & { sessionId: string } {
  const { sessionId } = actor;
  if (sessionId === null)
    throw new AppError('forbidden', 'This cannot be done with an API token.', {
      hint: 'Sign in with your e-mail and password.',
    });
  return { ...actor, sessionId };
}
