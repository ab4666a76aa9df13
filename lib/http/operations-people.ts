import { z } from 'zod';
import { id, listOf } from '@/lib/contracts/common';
import {
  acceptLinkInput,
  accessLink,
  accessLinkPreview,
  email,
  inviteInput,
  me,
  member,
  memberChange,
  newAccessLink,
  passwordChangeInput,
  profileInput,
  setupInput,
} from '@/lib/contracts/person';
import { apiToken, newApiToken, tokenInput } from '@/lib/contracts/token';
import type { Operation } from './operation';

const byId = z.object({ id });
/** Lenient, as better-auth is: its own client sends more fields. Any length of password may be tried. */
const signInInput = z.object({
  email,
  password: z.string().min(1, 'Enter your password.').max(128),
  rememberMe: z.boolean().optional(),
});
const byToken = z.object({ token: z.string().min(1).max(100) });

export const setUpOperation = {
  method: 'POST',
  path: '/api/v1/setup',
  tag: 'People',
  summary: 'Make the first admin and sign in',
  auth: 'public',
  body: setupInput,
  output: me,
  status: 201,
  refusals: ['already_set_up'],
} as const satisfies Operation;

export const meOperations = {
  get: { method: 'GET', path: '/api/v1/me', tag: 'People', summary: 'Show who is calling', auth: 'person', output: me },
  change: {
    method: 'PATCH',
    path: '/api/v1/me',
    tag: 'People',
    summary: 'Change your name, time zone or first day of the week',
    auth: 'person',
    body: profileInput,
    output: me,
  },
  changePassword: {
    method: 'POST',
    path: '/api/v1/me/password',
    tag: 'People',
    summary: 'Change your password and end your other sessions; not with a token',
    auth: 'person',
    body: passwordChangeInput,
    refusals: ['wrong_password', 'too_many_requests'],
    secret: true,
  },
} as const satisfies Record<string, Operation>;

export const memberOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/members',
    tag: 'People',
    summary: 'List everyone',
    auth: 'admin',
    output: listOf(member),
  },
  change: {
    method: 'PATCH',
    path: '/api/v1/members/{id}',
    tag: 'People',
    summary: 'Change a role, deactivate or reactivate',
    auth: 'admin',
    params: byId,
    body: memberChange,
    output: member,
    refusals: ['last_admin'],
  },
  makeResetLink: {
    method: 'POST',
    path: '/api/v1/members/{id}/reset-link',
    tag: 'People',
    summary: 'Make a link with which a member sets a new password',
    auth: 'admin',
    params: byId,
    output: newAccessLink,
    status: 201,
    refusals: ['conflict'],
    secret: true,
  },
} as const satisfies Record<string, Operation>;

export const linkOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/links',
    tag: 'Invitations',
    summary: 'List open invitations',
    auth: 'admin',
    output: listOf(accessLink),
  },
  invite: {
    method: 'POST',
    path: '/api/v1/links',
    tag: 'Invitations',
    summary: 'Make a link to join; its address is answered this once',
    auth: 'admin',
    body: inviteInput,
    output: newAccessLink,
    status: 201,
    refusals: ['email_taken'],
    secret: true,
  },
  revoke: {
    method: 'DELETE',
    path: '/api/v1/links/{id}',
    tag: 'Invitations',
    summary: 'Revoke a link',
    auth: 'admin',
    params: byId,
  },
  preview: {
    method: 'GET',
    path: '/api/v1/links/by-token/{token}',
    tag: 'Invitations',
    summary: 'Show what a link is for',
    auth: 'public',
    params: byToken,
    output: accessLinkPreview,
    refusals: ['link_expired'],
  },
  accept: {
    method: 'POST',
    path: '/api/v1/links/by-token/{token}/accept',
    tag: 'Invitations',
    summary: 'Join, or set a new password, and sign in',
    auth: 'public',
    params: byToken,
    body: acceptLinkInput,
    output: me,
    refusals: ['link_expired', 'email_taken'],
  },
} as const satisfies Record<string, Operation>;

export const tokenOperations = {
  list: {
    method: 'GET',
    path: '/api/v1/tokens',
    tag: 'API tokens',
    summary: 'List your tokens',
    auth: 'person',
    output: listOf(apiToken),
  },
  create: {
    method: 'POST',
    path: '/api/v1/tokens',
    tag: 'API tokens',
    summary: 'Make a token; it is answered this once. Not with a token',
    auth: 'person',
    body: tokenInput,
    output: newApiToken,
    status: 201,
    secret: true,
  },
  revoke: {
    method: 'DELETE',
    path: '/api/v1/tokens/{id}',
    tag: 'API tokens',
    summary: 'Revoke a token',
    auth: 'person',
    params: byId,
  },
} as const satisfies Record<string, Operation>;

export const signInOperations = {
  signIn: {
    method: 'POST',
    path: '/api/auth/sign-in/email',
    tag: 'Sign-in',
    summary: 'Sign in; sets the session cookie',
    auth: 'public',
    body: signInInput,
    output: z.object({ user: me }),
    refusals: ['unauthenticated', 'forbidden', 'too_many_requests'],
  },
  signOut: {
    method: 'POST',
    path: '/api/auth/sign-out',
    tag: 'Sign-in',
    summary: 'End the session of the cookie',
    auth: 'public',
    output: z.object({ success: z.boolean() }),
  },
  getSession: {
    method: 'GET',
    path: '/api/auth/get-session',
    tag: 'Sign-in',
    summary: 'Show who is signed in, or null',
    auth: 'public',
    output: z.object({ user: me }).nullable(),
  },
} as const satisfies Record<string, Operation>;
