import { createHmac } from 'node:crypto';

const KEPT_RESPONSE = 1000;

export interface PostResult {
  status: number | null;
  /** What was answered, or why nothing was. */
  responseOrError: string;
}

/** Lower-case hex HMAC-SHA256 of the raw body, as in `Linear-Signature`. */
export function signWebhook(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

export function webhookHeaders(deliveryId: string, event: string, stampMs: number): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'accept-charset': 'utf-8',
    'user-agent': 'Linear-Webhook',
    'linear-delivery': deliveryId,
    'linear-event': event,
    'linear-timestamp': String(stampMs),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** A redirect is an answer like another: it is not followed, and it is not 200. */
export async function postWebhook(
  url: string,
  message: { headers: Record<string, string>; body: string },
  limits: { deadlineMs: number; controller: AbortController },
): Promise<PostResult> {
  const { deadlineMs, controller } = limits;
  const timer = setTimeout(() => controller.abort(new Error(`No answer within ${deadlineMs} ms`)), deadlineMs);
  try {
    const init = { method: 'POST', redirect: 'manual', signal: controller.signal, ...message } as const;
    const response = await fetch(url, init);
    const text = await response.text();
    return { status: response.status, responseOrError: text.slice(0, KEPT_RESPONSE) };
  } catch (error) {
    return { status: null, responseOrError: reasonOf(error).slice(0, KEPT_RESPONSE) };
  } finally {
    clearTimeout(timer);
  }
}
