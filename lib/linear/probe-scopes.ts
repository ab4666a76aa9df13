import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from './client';
import { isScopeTrouble, type LinearWriter } from './write-client';

export interface KeyScopes {
  /** Null: Linear answered neither the one nor the other. */
  canWrite: boolean | null;
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

async function canWrite(writer: LinearWriter): Promise<boolean | null> {
  await writer.waitForRoom();
  const answer = await writer.send(writeDocument, { id: randomUUID() });
  if (answer.kind === 'lost') throw answer.cause;
  if (answer.kind === 'accepted') return true;
  if (isForbidden(answer.error)) return false;
  if (answer.error.code !== 'linear_query_refused') throw answer.error;
  // Only who may write is told that there is no such issue.
  return /not found|could not find/i.test(answer.error.message) ? true : null;
}

/** Whether it is an admin's: read alone, nothing is tried. */
export async function probeIsAdmin(client: LinearClient, signal: AbortSignal): Promise<boolean> {
  try {
    const { errors } = await client.ask(adminDocument, {}, signal);
    return errors.length === 0;
  } catch (error) {
    // However Linear says it: what matters is that it was asked and answered.
    if (error instanceof AppError && (isForbidden(error) || error.code === 'linear_query_refused')) return false;
    throw error;
  }
}

function isForbidden(error: AppError): boolean {
  return error.code === 'linear_forbidden' || isScopeTrouble(error);
}
