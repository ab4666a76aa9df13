import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from './client';
import type { LinearWriter } from './write-client';

export interface KeyScopes {
  canWrite: boolean;
  isAdmin: boolean;
}

const writeDocument = 'mutation ProbeWrite($id: String!) { issueUpdate(id: $id, input: {}) { success } }';
const adminDocument = 'query ProbeAdmin { webhooks(first: 1) { nodes { id } } }';

/**
 * What a key may do. Linear has no question for that, so it is tried on what does not exist: an empty change of an issue
 * that nobody has is forbidden to a key that may not write, and not found for one that may. Webhooks are for admins alone.
 */
export async function probeScopes(client: LinearClient, writer: LinearWriter, signal: AbortSignal): Promise<KeyScopes> {
  return { canWrite: await canWrite(writer), isAdmin: await probeIsAdmin(client, signal) };
}

async function canWrite(writer: LinearWriter): Promise<boolean> {
  await writer.waitForRoom();
  const answer = await writer.send(writeDocument, { id: randomUUID() });
  if (answer.kind === 'lost') throw answer.cause;
  if (answer.kind === 'accepted') return true;
  if (isForbidden(answer.error)) return false;
  // Not found, which only who may write is told.
  if (answer.error.code === 'linear_query_refused') return true;
  throw answer.error;
}

/** Whether it is an admin's: read alone, nothing is tried. */
export async function probeIsAdmin(client: LinearClient, signal: AbortSignal): Promise<boolean> {
  try {
    const { errors } = await client.ask(adminDocument, {}, signal);
    return errors.length === 0;
  } catch (error) {
    if (error instanceof AppError && isForbidden(error)) return false;
    throw error;
  }
}

function isForbidden({ code }: AppError): boolean {
  return code === 'linear_forbidden' || code === 'linear_scope_missing';
}
