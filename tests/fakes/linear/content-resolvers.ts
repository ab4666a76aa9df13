import type { Attachment, Document } from './activity-model';
import { entityNotFound } from './errors';
import type { IssueRelation, ProjectMilestone } from './model';
import { arraySource, collectionSource, type PageArguments } from './pagination';
import { list, type Resolve, type ResolverContext } from './resolver-context';
import { documentUrl } from './urls';
import { seesAttachment, seesDocument, seesIssue, seesMilestone, seesRelation } from './visibility';

interface ById {
  id: string;
}

export function single<Item>(
  entity: string,
  find: (context: ResolverContext, id: string) => Item | undefined,
  sees: (item: Item, context: ResolverContext) => boolean,
): Resolve<unknown, ById> {
  return (_root, { id }, context) => {
    const item = find(context, id);
    if (item === undefined || !sees(item, context)) throw entityNotFound(entity);
    return item;
  };
}

export function listDocuments(args: PageArguments, context: ResolverContext, only: (row: Document) => boolean) {
  const source = collectionSource('Document', context.workspace.documents);
  const isOurs = (row: Document) => seesDocument(row, context) && only(row);
  return list({ source, filter: 'DocumentFilter', only: isOurs }, args, context);
}

function listAttachments(args: PageArguments, context: ResolverContext, only: (row: Attachment) => boolean) {
  const source = collectionSource('Attachment', context.workspace.attachments);
  const isOurs = (row: Attachment) => seesAttachment(row, context) && only(row);
  return list({ source, filter: 'AttachmentFilter', only: isOurs }, args, context);
}

const singles: Record<string, Resolve<unknown, ById>> = {
  attachment: single('Attachment', ({ workspace }, id) => workspace.attachments.get(id), seesAttachment),
  document: single(
    'Document',
    ({ workspace }, id) =>
      workspace.documents.get(id) ?? [...workspace.documents.values()].find((each) => each.slugId === id),
    seesDocument,
  ),
  issueRelation: single('IssueRelation', ({ workspace }, id) => workspace.relations.get(id), seesRelation),
  projectMilestone: single('ProjectMilestone', ({ workspace }, id) => workspace.milestones.get(id), seesMilestone),
  projectStatus: single(
    'ProjectStatus',
    ({ workspace }, id) => workspace.projectStatuses.get(id),
    () => true,
  ),
};

const lists: Record<string, Resolve<unknown, PageArguments & { url: string }>> = {
  attachments: (_root, args, context) => listAttachments(args, context, () => true),
  attachmentsForURL: (_root, args, context) => listAttachments(args, context, (each) => each.url === args.url),
  documents: (_root, args, context) => listDocuments(args, context, () => true),
  issueRelations: (_root, args, context) => {
    const source = collectionSource('IssueRelation', context.workspace.relations);
    return list({ source, only: (row: IssueRelation) => seesRelation(row, context) }, args, context);
  },
  projectMilestones: (_root, args, context) => {
    const source = collectionSource('ProjectMilestone', context.workspace.milestones);
    const only = (row: ProjectMilestone) => seesMilestone(row, context);
    return list({ source, filter: 'ProjectMilestoneFilter', only }, args, context);
  },
};

const attachmentFields: Record<string, Resolve<Attachment>> = {
  originalIssue: ({ originalIssue }, _args, context) =>
    originalIssue !== null && seesIssue(originalIssue, context) ? originalIssue : null,
};

const documentFields: Record<string, Resolve<Document, PageArguments>> = {
  url: (document, _args, { workspace }) => documentUrl(document, workspace.organization.urlKey),
  documentContentId: (document) => document.id,
  /** The simulator's comments stand on issues and on projects only. */
  comments: (_document, args, context) => list({ source: arraySource('Comment', []) }, args, context),
};

export const contentResolvers = {
  Query: { ...singles, ...lists },
  Attachment: attachmentFields,
  Document: documentFields,
};
