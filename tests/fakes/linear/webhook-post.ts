import { createHmac } from 'node:crypto';
import { Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as TlsAgent } from 'node:https';

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

// Half the work of `fetch`: a burst of thousands shares the machine with the app that is measured.
const agents = { http: new Agent({ keepAlive: true }), https: new TlsAgent({ keepAlive: true }) };

async function readStart(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) text = (text + chunk).slice(0, KEPT_RESPONSE);
  return text;
}

function answerTo(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  signal: AbortSignal,
): Promise<PostResult> {
  const isTls = url.startsWith('https:');
  const send = isTls ? requestHttps : requestHttp;
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const options = { method: 'POST', agent: isTls ? agents.https : agents.http, headers: { ...headers, ...length } };
  return new Promise((resolve, reject) => {
    const request = send(url, { ...options, signal }, (response) => {
      readStart(response).then(
        (responseOrError) => resolve({ status: response.statusCode ?? null, responseOrError }),
        reject,
      );
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      // The other side had closed the kept connection just before: nothing of this request was read.
      const isStale = request.reusedSocket && error.code === 'ECONNRESET' && !signal.aborted;
      if (isStale) resolve(answerTo(url, { headers, body }, signal));
      else reject(error);
    });
    request.end(body);
  });
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
    return await answerTo(url, message, controller.signal);
  } catch (error) {
    const { aborted, reason } = controller.signal;
    const cause: unknown = aborted ? reason : error;
    const text = cause instanceof Error ? cause.message : String(cause);
    return { status: null, responseOrError: text.slice(0, KEPT_RESPONSE) };
  } finally {
    clearTimeout(timer);
  }
}
