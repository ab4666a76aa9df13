import { operations } from '@/lib/http/operations';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** `fetch` to the app without a server: the route handlers themselves, found by method and path. */
export async function inProcessFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { host, pathname } = new URL(request.url);
  request.headers.set('host', host);
  for (const { method, path } of operations) {
    const params = method === request.method ? matchPath(path, pathname) : null;
    if (params === null) continue;
    const file = `app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;
    const module: Record<string, Handler | undefined> = await import(`${process.cwd()}/${file}`);
    const handler = module[method];
    if (handler !== undefined) return handler(request, { params: Promise.resolve(params) });
  }
  throw new Error(`There is no call ${request.method} ${pathname}`);
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
