import { operations } from '@/lib/http/operations';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** `fetch` to the app without a server: the route handlers themselves, found by method and path. */
export async function inProcessFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { host, pathname } = new URL(request.url);
  request.headers.set('host', host);
  const answer = await answerByRoute(request);
  if (answer === null) throw new Error(`There is no call ${request.method} ${pathname}`);
  return answer;
}

/** Null when no route serves it. A path in words wins over one with parameters, as Next has it. */
export async function answerByRoute(request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const found = operations
    .filter(({ method }) => method === request.method)
    .flatMap(({ method, path }) => {
      const params = matchPath(path, pathname);
      return params === null ? [] : [{ method, path, params }];
    })
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (found === undefined) return null;
  const file = `app${found.path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;
  const module: Record<string, Handler | undefined> = await import(`${process.cwd()}/${file}`);
  return (await module[found.method]?.(request, { params: Promise.resolve(found.params) })) ?? null;
}

/** The parameters; null when it is another path. */
function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), pathname.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}
