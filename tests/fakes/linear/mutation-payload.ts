import type { ResolverContext } from './resolver-context';

export type Mutate<Args> = (args: Args, context: ResolverContext) => Record<string, unknown>;

/** Read when it is answered: by then the change has been counted. */
export function done(context: ResolverContext, content: Record<string, unknown>): Record<string, unknown> {
  return { success: true, lastSyncId: () => context.workspace.changes.count, ...content };
}
