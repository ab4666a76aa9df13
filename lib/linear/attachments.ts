import { z } from 'zod';
import type { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from './client';
import { linearError } from './linear-errors';
import type { Answer } from './read-answer';
import { type LinearWriter, linearWords } from './write-client';

export interface AttachmentInput {
  issueId: string;
  url: string;
  title: string;
  subtitle: string | null;
  /** Linear takes text and numbers. */
  metadata: Record<string, string | number>;
}

export interface FoundAttachment {
  id: string;
  url: string;
  metadata: Record<string, unknown>;
}

/** In one request: about 110 points of the 10,000 that Linear allows, and a body of some hundred kB at most. */
export const mostAttachments = 50;

export type AttachmentsAnswer =
  /** Ids in the order in which they were sent. */
  { kind: 'done'; ids: string[] } | AttachmentsFailure;

export interface AttachmentsFailure {
  kind: 'failed';
  error: AppError;
  /** Linear said no or never heard of it. Otherwise it may have been done, as may have been what came before `place`. */
  isRefused: boolean;
  /** Which of them it was, where Linear says so. */
  place: number | null;
}

const attachment = 'attachment { id }';

/**
 * Makes each attachment, or changes the one that its issue has with this address already, so that the same may be sent
 * again. One that is refused takes the answers of all others with it; those before it are done all the same.
 */
export function putAttachments(writer: LinearWriter, inputs: readonly AttachmentInput[]): Promise<AttachmentsAnswer> {
  const field = (place: number) => `a${place}: attachmentCreate(input: $v${place}) { success ${attachment} }`;
  const shape = z.object({ success: z.literal(true), attachment: z.object({ id: z.string() }) });
  const read = (payload: unknown) => shape.parse(payload).attachment.id;
  return sendMany(writer, { name: 'PutAttachments', type: 'AttachmentCreateInput!', field, values: inputs, read });
}

/** One that is not there is refused with "Entity not found". */
export function deleteAttachments(writer: LinearWriter, ids: readonly string[]): Promise<AttachmentsAnswer> {
  const field = (place: number) => `a${place}: attachmentDelete(id: $v${place}) { success }`;
  const shape = z.object({ success: z.literal(true) });
  const read = (payload: unknown, place: number) => {
    shape.parse(payload);
    return ids[place] ?? '';
  };
  return sendMany(writer, { name: 'DeleteAttachments', type: 'String!', field, values: ids, read });
}

interface Many {
  name: string;
  type: string;
  field: (place: number) => string;
  values: readonly unknown[];
  read: (payload: unknown, place: number) => string;
}

async function sendMany(writer: LinearWriter, { name, type, field, values, read }: Many): Promise<AttachmentsAnswer> {
  const places = values.map((_, place) => place);
  const head = places.map((place) => `$v${place}: ${type}`).join(', ');
  const document = `mutation ${name}(${head}) { ${places.map(field).join(' ')} }`;
  const variables = Object.fromEntries(values.map((value, place) => [`v${place}`, value]));
  const sent = await writer.send(document, variables);
  if (sent.kind === 'accepted') return readMany(sent.answer, places, read);
  const error = sent.kind === 'refused' ? sent.error : sent.cause;
  return { kind: 'failed', error, isRefused: sent.kind === 'refused', place: placeOf(error) };
}

function readMany({ data }: Answer, places: number[], read: Many['read']): AttachmentsAnswer {
  try {
    return { kind: 'done', ids: places.map((place) => read(data[`a${place}`], place)) };
  } catch (cause) {
    const error = linearError('linear_bad_answer', 'attachments', cause);
    return { kind: 'failed', error, isRefused: false, place: null };
  }
}

const withPath = z.object({ path: z.array(z.unknown()) });

function placeOf({ cause }: AppError): number | null {
  const [field] = withPath.safeParse(cause).data?.path ?? [];
  const [, place] = typeof field === 'string' ? (/^a(\d+)$/.exec(field) ?? []) : [];
  return place === undefined ? null : Number(place);
}

export function isUnknownAttachment(error: AppError): boolean {
  return /entity not found: attachment|could not find referenced attachment/i.test(linearWords(error) ?? '');
}

const findDocument = `query FindAttachments($filter: AttachmentFilter!, $after: String) {
  attachments(first: 250, after: $after, includeArchived: true, filter: $filter) {
    nodes { id url metadata } pageInfo { hasNextPage endCursor }
  }
}`;

const foundPage = z.object({
  nodes: z.array(z.object({ id: z.string(), url: z.string(), metadata: z.record(z.string(), z.unknown()) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

/** Those with one of these addresses or ids. */
export function findAttachments(
  client: LinearClient,
  { urls, ids }: { urls: string[]; ids: string[] },
  signal: AbortSignal,
): Promise<FoundAttachment[]> {
  return findAll(client, { or: [{ url: { in: urls } }, { id: { in: ids } }] }, signal);
}

export function findAttachmentsUnder(
  client: LinearClient,
  address: string,
  signal: AbortSignal,
): Promise<FoundAttachment[]> {
  return findAll(client, { url: { startsWith: address } }, signal);
}

async function findAll(client: LinearClient, filter: object, signal: AbortSignal): Promise<FoundAttachment[]> {
  const found: FoundAttachment[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await client.ask(findDocument, { filter, after }, signal);
    const page = foundPage.safeParse(data['attachments']);
    if (!page.success || errors.length > 0) throw linearError('linear_bad_answer', 'attachments', page.error);
    found.push(...page.data.nodes);
    const { hasNextPage, endCursor } = page.data.pageInfo;
    if (!hasNextPage) return found;
    if (!endCursor || endCursor === after) throw linearError('linear_bad_answer', 'a page without an end');
    after = endCursor;
  }
}
