import { attachmentMutations } from './attachment-mutations';
import { commentMutations } from './comment-mutations';
import { issueMutations } from './issue-mutations';
import { linkMutations } from './link-mutations';
import type { Mutate } from './mutation-payload';
import type { Resolve } from './resolver-context';
import { checkScope } from './scopes';
import { webhookMutations } from './webhook-mutations';

const mutations = {
  ...issueMutations,
  ...commentMutations,
  ...attachmentMutations,
  ...linkMutations,
  ...webhookMutations,
};

/** The scope first, then the work, in the name of the key's owner. */
function guarded(name: string, mutate: Mutate<never>): Resolve<unknown, never> {
  return (_root, args, context) => {
    checkScope(name, context.key);
    return context.workspace.changes.as(context.key.user, () => mutate(args, context));
  };
}

export const writeResolvers = {
  Mutation: Object.fromEntries(
    Object.entries(mutations).map(([name, mutate]) => [name, guarded(name, mutate as Mutate<never>)]),
  ),
};
