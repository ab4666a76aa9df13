import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from './client';
import { linearError } from './linear-errors';
import { webhookResourceTypes } from './webhook';
import { type LinearWriter, linearWords } from './write-client';

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

export async function createWebhook(
  { client, writer }: WebhookMaker,
  { teamId, ...webhook }: NewWebhook,
  signal: AbortSignal,
): Promise<void> {
  const scope = teamId === null ? { allPublicTeams: true } : { teamId };
  const input = { ...webhook, ...scope, resourceTypes: webhookResourceTypes, enabled: true };
  const sent = await writer.send(createDocument, { input });
  if (sent.kind === 'refused') throw refusal(sent.error);
  if (sent.kind === 'lost' && (await findWebhook(client, webhook.id, signal)) === null) throw sent.cause;
}

/** The new secret. Linear forgets the old one at once. */
export async function rotateSecret({ client, writer }: WebhookMaker, id: string, signal: AbortSignal): Promise<string> {
  const sent = await writer.send(rotateDocument, { id });
  if (sent.kind === 'refused') throw refusal(sent.error);
  const answered = sent.kind === 'accepted' ? rotated.safeParse(sent.answer.data) : null;
  if (answered?.success) return answered.data.webhookRotateSecret.secret;
  const secret = (await findWebhook(client, id, signal))?.secret;
  if (secret) return secret;
  throw sent.kind === 'lost' ? sent.cause : linearError('linear_bad_answer', 'a rotated secret');
}

const rotated = z.object({ webhookRotateSecret: z.object({ secret: z.string().min(1) }) });

/** One that is not there any more counts as deleted. */
export async function deleteWebhook({ writer }: WebhookMaker, id: string): Promise<void> {
  const sent = await writer.send(deleteDocument, { id });
  if (sent.kind === 'accepted') return;
  const error = sent.kind === 'refused' ? sent.error : sent.cause;
  if (!isUnknown(error)) throw refusal(error);
}

const found = z.object({ webhook: z.object({ id: z.string(), secret: z.string().nullish() }) });

async function findWebhook(
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
