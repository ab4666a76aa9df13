import { entityNotFound, forbiddenError, ResolverError, refusal } from './errors';
import type { Comment } from './model';
import { checkFilled, issueFor, newId, rowFor } from './mutation-checks';
import { done, type Mutate } from './mutation-payload';
import type { ResolverContext } from './resolver-context';

type Optional<Value> = Value | null | undefined;

const PARENTS = [
  'issueId',
  'projectId',
  'projectUpdateId',
  'initiativeId',
  'initiativeUpdateId',
  'documentContentId',
  'postId',
] as const;

interface CommentCreateInput extends Partial<Record<(typeof PARENTS)[number], Optional<string>>> {
  id?: Optional<string>;
  body?: Optional<string>;
  parentId?: Optional<string>;
  quotedText?: Optional<string>;
  createdAt?: Optional<string>;
}

interface CommentUpdateInput {
  body?: Optional<string>;
  quotedText?: Optional<string>;
}

interface ById {
  id: string;
}

function commentFor(id: string, context: ResolverContext): Comment {
  const comment = rowFor('Comment', 'id', id, context.workspace.comments);
  const teams = comment.issue === null ? (comment.project?.teams ?? []) : [comment.issue.team];
  if (!teams.some((team) => context.visibleTeams.has(team))) throw entityNotFound('Comment');
  return comment;
}

function ownComment(id: string, context: ResolverContext, mayAdmin: boolean): Comment {
  const comment = commentFor(id, context);
  const { user } = context.key;
  if (comment.user === user || (mayAdmin && user.admin)) return comment;
  throw new ResolverError(forbiddenError('You can only change comments that you wrote.'));
}

function create(input: CommentCreateInput, context: ResolverContext): Comment {
  const { workspace, key } = context;
  const given = PARENTS.filter((each) => typeof input[each] === 'string');
  if (given.length !== 1) {
    throw refusal('Exactly one parent is required', 'A comment must belong to exactly one issue, project or document.');
  }
  if (typeof input.issueId !== 'string') throw entityNotFound('Comment parent');
  const row = newId('Comment', workspace.comments, input.id);
  const issue = issueFor(input.issueId, context);
  checkFilled('body', input.body);
  const parent = typeof input.parentId === 'string' ? commentFor(input.parentId, context) : null;
  if (parent !== null && parent.issue !== issue) throw entityNotFound('Comment');
  const createdAt = typeof input.createdAt === 'string' ? { createdAt: input.createdAt } : {};
  const comment = workspace.comment(issue, input.body ?? '', key.user, { ...row, ...createdAt });
  return workspace.comments.change(comment, { parent, quotedText: input.quotedText ?? null });
}

function edit(id: string, input: CommentUpdateInput, isSilent: boolean, context: ResolverContext): Comment {
  const { comments } = context.workspace;
  const comment = ownComment(id, context, false);
  const updatedAt = context.workspace.now();
  const quotedText = input.quotedText === undefined ? comment.quotedText : input.quotedText;
  if (input.body === undefined) return comments.change(comment, { quotedText, updatedAt });
  checkFilled('body', input.body);
  const editedAt = isSilent ? comment.editedAt : updatedAt;
  return comments.change(comment, { body: input.body ?? '', quotedText, editedAt, updatedAt });
}

function resolve(id: string, isResolved: boolean, context: ResolverContext): Comment {
  const comment = commentFor(id, context);
  if (comment.parent !== null) {
    throw refusal('Only root comments can be resolved', 'Only the first comment of a thread can be resolved.');
  }
  const now = context.workspace.now();
  const resolution = isResolved
    ? { resolvedAt: now, resolvingUser: context.key.user }
    : { resolvedAt: null, resolvingUser: null };
  return context.workspace.comments.change(comment, { ...resolution, updatedAt: now });
}

export const commentMutations = {
  commentCreate: ({ input }, context) => done(context, { comment: create(input, context) }),
  commentUpdate: ({ id, input, skipEditedAt }, context) =>
    done(context, { comment: edit(id, input, skipEditedAt === true, context) }),
  commentDelete: ({ id }, context) => {
    const comment = ownComment(id, context, true);
    const { comments } = context.workspace;
    for (const each of [...comments.values()]) if (each.parent === comment) comments.delete(each);
    comments.delete(comment);
    return done(context, { entityId: comment.id });
  },
  commentResolve: ({ id, resolvingCommentId }, context) => {
    const answer = typeof resolvingCommentId === 'string' ? commentFor(resolvingCommentId, context) : undefined;
    if (answer !== undefined && answer.parent?.id !== id) throw entityNotFound('Comment');
    return done(context, { comment: resolve(id, true, context) });
  },
  commentUnresolve: ({ id }, context) => done(context, { comment: resolve(id, false, context) }),
} satisfies {
  commentCreate: Mutate<{ input: CommentCreateInput }>;
  commentUpdate: Mutate<ById & { input: CommentUpdateInput; skipEditedAt?: Optional<boolean> }>;
  commentDelete: Mutate<ById>;
  commentResolve: Mutate<ById & { resolvingCommentId?: Optional<string> }>;
  commentUnresolve: Mutate<ById>;
};
