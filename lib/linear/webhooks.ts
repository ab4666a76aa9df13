import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from './client';
import { linearError } from './linear-errors';
import { webhookResourceTypes } from './webhook';
import { type LinearWriter, linearWords, type MutationAnswer } from './write-client';

/** The part of Linear's API that makes webhooks. Only for keys of admins. */
export interface WebhookMaker {
  client: LinearClient;
  writer: LinearWriter;
}

export interface NewWebhook {
  /** Chosen here, so that it can be looked up when the answer is lost. */
  id: string;
  url: string;
  secret: string;
  label: string;
  /** Null: of all public teams. */
  teamId: string | null;
}

const createDocument = `
  mutation CreateWebhook($input: WebhookCreateInput!) { webhookCreate(input: $input) { success } }
`;
const rotateDocument = `
  mutation RotateWebhook($id: String!) { webhookRotateSecret(id: $id) { success secret } }
`;
const deleteDocument = `
  mutation DeleteWebhook($id: String!) { webhookDelete(id: $id) { success } }
`;
const findDocument = `
  query FindWebhook($id: String!) { webhook(id: $id) { id secret } }
`;

/** `unknown`: no answer came, and a look does not tell yet. Whoever keeps the id can find out later. */
export type Made = { kind: 'there' } | { kind: 'unknown'; cause: AppError };

/** Throws when Linear has none. */
export async function createWebhook(
  { client, writer }: WebhookMaker,
  { teamId, ...webhook }: NewWebhook,
  signal: AbortSignal,
): Promise<Made> {
  const scope = teamId === null ? { allPublicTeams: true } : { teamId };
  const input = { ...webhook, ...scope, resourceTypes: webhookResourceTypes, enabled: true };
  const sent = sureOf(await writer.send(createDocument, { input }), 'webhookCreate');
  if (sent.kind === 'accepted') return { kind: 'there' };
  if (sent.kind === 'refused') throw refusal(sent.error);
  const found = await findWebhook(client, webhook.id, signal).catch(() => undefined);
  if (found) return { kind: 'there' };
  if (found === null && sent.isOver) throw sent.cause;
  return { kind: 'unknown', cause: sent.cause };
}

export type Rotated = { kind: 'rotated'; secret: string } | { kind: 'unknown'; cause: AppError };

/**
 * Linear forgets the old secret, `known`, at once. Throws when it refused: then the old one signs on. Without an answer only
 * another secret than the known one tells that it was done.
 */
export async function rotateSecret(
  { client, writer }: WebhookMaker,
  { id, known }: { id: string; known: string | null },
  signal: AbortSignal,
): Promise<Rotated> {
  const sent = await writer.send(rotateDocument, { id });
  if (sent.kind === 'refused') throw refusal(sent.error);
  const answered = sent.kind === 'accepted' ? rotated.safeParse(sent.answer.data) : null;
  if (answered?.success) return { kind: 'rotated', secret: answered.data.webhookRotateSecret.secret };
  const cause = sent.kind === 'lost' ? sent.cause : linearError('linear_bad_answer', 'a rotated secret');
  const secret = (await findWebhook(client, id, signal).catch(() => null))?.secret;
  return secret && secret !== known ? { kind: 'rotated', secret } : { kind: 'unknown', cause };
}

const rotated = z.object({ webhookRotateSecret: z.object({ secret: z.string().min(1) }) });

/** One that is not there any more counts as deleted. */
export async function deleteWebhook({ writer }: WebhookMaker, id: string): Promise<void> {
  const sent = sureOf(await writer.send(deleteDocument, { id }), 'webhookDelete');
  if (sent.kind === 'accepted') return;
  const error = sent.kind === 'refused' ? sent.error : sent.cause;
  if (!isUnknown(error)) throw refusal(error);
}

/** Taken, and not done: only a look tells what there is. */
function sureOf(sent: MutationAnswer, field: string): MutationAnswer {
  if (sent.kind !== 'accepted' || succeeded.safeParse(sent.answer.data[field]).success) return sent;
  return { kind: 'lost', isOver: true, cause: linearError('linear_bad_answer', `${field} without success`) };
}

const succeeded = z.object({ success: z.literal(true) });

const found = z.object({ webhook: z.object({ id: z.string(), secret: z.string().nullish() }) });

/** Null: Linear has none of this id. */
export async function findWebhook(
  client: LinearClient,
  id: string,
  signal: AbortSignal,
): Promise<{ secret?: string | null | undefined } | null> {
  try {
    const { data } = await client.ask(findDocument, { id }, signal);
    return found.parse(data).webhook;
  } catch (error) {
    if (error instanceof AppError && isUnknown(error)) return null;
    throw error;
  }
}

/** Linear has no code of its own for that. */
function isUnknown({ cause }: AppError): boolean {
  return (
    typeof cause === 'object' && cause !== null && 'message' in cause && /^entity not found/i.test(`${cause.message}`)
  );
}

/** In Linear's own words, where it has any. */
function refusal(error: AppError): AppError {
  if (error.code !== 'linear_query_refused') return error;
  return new AppError('webhook_unreachable', linearWords(error) ?? error.message, {
    hint: 'Linear sends to public https addresses only. Check BASE_URL, or make the webhook by hand.',
    cause: error,
  });
}
