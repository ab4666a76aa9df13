import { config } from '@/lib/config/config';

/**
 * The origin the person typed into the browser. Next's own `request.url` says the address that the server listens on,
 * so the Host header is asked, or what a reverse proxy says that it was; BASE_URL wins.
 * A browser lets no foreign page set these headers, so they are safe to compare an Origin with.
 */
export function ownOrigin(headers: Headers): string {
  const { baseUrl, port } = config();
  if (baseUrl !== undefined) return new URL(baseUrl).origin;
  return `${protocolOf(headers)}://${hostOf(headers) ?? `localhost:${port}`}`;
}

/** True when cookies must be Secure: the page came over https, as far as the server or the proxy before it can tell. */
export function isSecure(headers: Headers): boolean {
  if (protocolOf(headers) === 'https') return true;
  const { baseUrl } = config();
  if (baseUrl === undefined) return false;
  // With an https BASE_URL, plain http on another name (localhost, a health check) must still be able to sign in.
  const base = new URL(baseUrl);
  return base.protocol === 'https:' && hostOf(headers) === base.host;
}

/**
 * True for an Origin header of our own pages. Only hosts are compared with the Host header: behind a proxy that ends
 * TLS and does not say so, the browser's origin is https and ours looks like http.
 */
export function isOwnOrigin(origin: string, headers: Headers): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.origin !== origin) return false;
  const { baseUrl } = config();
  if (baseUrl !== undefined && origin === new URL(baseUrl).origin) return true;
  if (protocolOf(headers) === 'https' && url.protocol !== 'https:') return false;
  return [firstOf(headers, 'host'), hostOf(headers)].includes(url.host);
}

function protocolOf(headers: Headers): 'http' | 'https' {
  return firstOf(headers, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
}

function hostOf(headers: Headers): string | undefined {
  return firstOf(headers, 'x-forwarded-host') ?? firstOf(headers, 'host');
}

function firstOf(headers: Headers, name: string): string | undefined {
  const first = headers.get(name)?.split(',')[0]?.trim().toLowerCase();
  return first === '' ? undefined : first;
}
