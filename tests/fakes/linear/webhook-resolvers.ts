import type { Webhook } from './activity-model';
import { entityNotFound } from './errors';
import { collectionSource, type PageArguments } from './pagination';
import { list, type Resolve } from './resolver-context';
import { checkAdmin } from './scopes';

const query: Record<string, Resolve<unknown, PageArguments & { id: string }>> = {
  webhook: (_root, { id }, { workspace, key }) => {
    checkAdmin(key);
    const webhook = workspace.webhooks.get(id);
    if (webhook === undefined) throw entityNotFound('Webhook');
    return webhook;
  },
  webhooks: (_root, args, context) => {
    checkAdmin(context.key);
    return list({ source: collectionSource('Webhook', context.workspace.webhooks) }, args, context);
  },
};

const webhookFields: Record<string, Resolve<Webhook>> = {
  teamIds: ({ team }) => (team === null ? null : [team.id]),
  failures: (webhook) => webhook.failures.map((failure) => ({ ...failure, webhook })),
};

export const webhookResolvers = {
  Query: query,
  Webhook: webhookFields,
};
