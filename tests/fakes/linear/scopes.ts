import { roleError, scopeError } from './errors';
import type { ApiKey, KeyScope } from './model';

/** Any one of them is enough. Whether a write key may also do an admin's work is not said: here it may not. */
const SCOPES: Readonly<Record<string, readonly KeyScope[]>> = {
  issueCreate: ['write', 'issues:create'],
  attachmentCreate: ['write', 'issues:create'],
  attachmentLinkURL: ['write', 'issues:create'],
  commentCreate: ['write', 'comments:create'],
};

export function checkAdmin(key: ApiKey): void {
  if (!key.user.admin || !key.scopes.includes('admin')) throw roleError();
}

/** Asked before anything is looked up: without the scope nobody learns whether an id exists. */
export function checkScope(mutation: string, key: ApiKey): void {
  if (mutation.startsWith('webhook')) {
    checkAdmin(key);
    return;
  }
  const enough = SCOPES[mutation] ?? ['write'];
  if (!enough.some((scope) => key.scopes.includes(scope))) throw scopeError(enough[0] ?? 'write');
}
