import type { Attachment } from './activity-model';
import { entityNotFound } from './errors';
import { checkFilled, issueFor, newId, rowFor } from './mutation-checks';
import { done, type Mutate } from './mutation-payload';
import type { ResolverContext } from './resolver-context';

type Optional<Value> = Value | null | undefined;

interface AttachmentContent {
  title: string;
  subtitle?: Optional<string>;
  metadata?: Optional<Record<string, unknown>>;
}

interface AttachmentCreateInput extends AttachmentContent {
  id?: Optional<string>;
  issueId: string;
  url: string;
  groupBySource?: Optional<boolean>;
  commentBody?: Optional<string>;
}

interface LinkArguments {
  id?: Optional<string>;
  issueId: string;
  url: string;
  title?: Optional<string>;
}

interface ById {
  id: string;
}

function contentOf({ title, subtitle, metadata }: AttachmentContent): Partial<Attachment> {
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(metadata === undefined ? {} : { metadata: metadata ?? {} }),
  };
}

function attachmentFor(id: string, context: ResolverContext): Attachment {
  const attachment = rowFor('Attachment', 'id', id, context.workspace.attachments);
  if (!context.visibleTeams.has(attachment.issue.team)) throw entityNotFound('Attachment');
  return attachment;
}

/** One attachment for an issue and a url: the second one replaces what the first one said and keeps its id. */
function put(input: AttachmentCreateInput, context: ResolverContext): Attachment {
  const { workspace, key } = context;
  const issue = issueFor(input.issueId, context);
  checkFilled('url', input.url);
  checkFilled('title', input.title);
  const known = workspace.attachmentsOfIssue.of(issue).find((each) => each.url === input.url);
  if (known !== undefined) {
    return workspace.attachments.change(known, { ...contentOf(input), updatedAt: workspace.now() });
  }
  const row = newId('Attachment', workspace.attachments, input.id);
  if (typeof input.commentBody === 'string') workspace.comment(issue, input.commentBody, key.user);
  return workspace.attachments.add({
    ...workspace.newRow(row),
    title: input.title,
    subtitle: input.subtitle ?? null,
    url: input.url,
    metadata: input.metadata ?? {},
    source: null,
    sourceType: 'api',
    groupBySource: input.groupBySource ?? false,
    issue,
    originalIssue: null,
    creator: key.user,
  });
}

export const attachmentMutations = {
  attachmentCreate: ({ input }, context) => done(context, { attachment: put(input, context) }),
  attachmentLinkURL: ({ title, ...link }, context) =>
    done(context, { attachment: put({ ...link, title: title ?? link.url }, context) }),
  attachmentUpdate: ({ id, input }, context) => {
    const attachment = attachmentFor(id, context);
    checkFilled('title', input.title);
    const { workspace } = context;
    const changes = { ...contentOf(input), updatedAt: workspace.now() };
    return done(context, { attachment: workspace.attachments.change(attachment, changes) });
  },
  attachmentDelete: ({ id }, context) => {
    context.workspace.attachments.delete(attachmentFor(id, context));
    return done(context, { entityId: id });
  },
} satisfies {
  attachmentCreate: Mutate<{ input: AttachmentCreateInput }>;
  attachmentLinkURL: Mutate<LinkArguments>;
  attachmentUpdate: Mutate<ById & { input: AttachmentContent }>;
  attachmentDelete: Mutate<ById>;
};
