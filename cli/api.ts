import type { ListOf } from '@/lib/contracts/common';
import { newId } from '@/lib/kit/new-id';
import { seconds, sleep } from '@/lib/kit/sleep';
import type { Io } from './io';
import { type About, readAnswer } from './read-answer';
import { type Call, CutConnection, readText, send } from './send';
import type { Server } from './server';

type QueryValue = string | number | boolean | readonly string[] | undefined;
export type Query = Record<string, QueryValue>;

interface Options {
  query?: Query;
  about?: About;
}

const mostRows = 10_000;
const waitForFirst = seconds(10);

/** The server's API. What it answers is taken at its contract's word: the server checks every answer before it sends it. */
export class Api {
  constructor(
    private readonly server: Server,
    private readonly io: Pick<Io, 'signal' | 'now'>,
  ) {}

  get url(): string {
    return this.server.url;
  }

  get<T>(path: string, options: Options = {}): Promise<T> {
    return this.#call<T>('GET', path, undefined, options);
  }

  post<T>(path: string, body: unknown = {}, options: Options = {}): Promise<T> {
    return this.#call<T>('POST', path, body, options);
  }

  patch<T>(path: string, body: unknown, options: Options = {}): Promise<T> {
    return this.#call<T>('PATCH', path, body, options);
  }

  delete<T>(path: string, options: Options = {}): Promise<T> {
    return this.#call<T>('DELETE', path, undefined, options);
  }

  /** All pages of a list, or the first `limit` items. */
  async list<T>(
    path: string,
    { query = {}, limit = mostRows, about }: Options & { limit?: number } = {},
  ): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: ListOf<T> = await this.get<ListOf<T>>(path, {
        query: { ...query, limit: Math.min(200, limit - items.length), cursor: cursor ?? undefined },
        about,
      });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && items.length < limit);
    return items;
  }

  /** A file; its body is not read yet. */
  async file(path: string, query: Query): Promise<Response> {
    const call = this.#makeCall('GET', path, undefined, query);
    const response = await send(call, this.io.signal);
    if (response.ok && !isPage(response)) return response;
    const text = await readText(response, call.url, this.io.signal);
    readAnswer({ response, text, origin: this.url, about: undefined, now: this.io.now() });
    return response;
  }

  async #call<T>(method: Call['method'], path: string, body: unknown, options: Options): Promise<T> {
    const call = this.#makeCall(method, path, body, options.query);
    const { response, text } = await this.#exchange(call);
    const { origin, about, now } = { origin: this.url, about: options.about, now: this.io.now() };
    return readAnswer({ response, text, origin, about, now }) as T;
  }

  /**
   * Once more on a cut connection: a read does no harm, and a POST is done once for its key. Where the first is still
   * being done, its answer is waited for.
   */
  async #exchange(call: Call): Promise<{ response: Response; text: string }> {
    try {
      return await this.#sendOnce(call);
    } catch (error) {
      if (!(error instanceof CutConnection) || !(call.method === 'GET' || call.method === 'POST')) throw error;
    }
    for (const giveUpAt = Date.now() + waitForFirst; ; ) {
      const answer = await this.#sendOnce(call);
      const isUnderWay = answer.response.status === 409 && answer.text.includes('"idempotency_in_progress"');
      if (!isUnderWay || Date.now() > giveUpAt) return answer;
      await sleep(seconds(1), this.io.signal);
    }
  }

  async #sendOnce(call: Call): Promise<{ response: Response; text: string }> {
    const response = await send(call, this.io.signal);
    return { response, text: await readText(response, call.url, this.io.signal) };
  }

  #makeCall(method: Call['method'], path: string, body: unknown, query: Query = {}): Call {
    const headers: Record<string, string> = {
      Accept: 'application/json',
      Authorization: `Bearer ${this.server.token}`,
      'User-Agent': 'trackline-cli',
    };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (method === 'POST') headers['Idempotency-Key'] = newId();
    const url = `${this.url}${path}${toQueryString(query)}`;
    return body === undefined ? { method, url, headers } : { method, url, headers, body: JSON.stringify(body) };
  }
}

function toQueryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== '') search.append(name, String(one));
  }
  return search.size === 0 ? '' : `?${search}`;
}

function isPage(response: Response): boolean {
  return /^text\/html|json\b/i.test(response.headers.get('content-type') ?? '');
}
