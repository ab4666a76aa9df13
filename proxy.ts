import { type NextRequest, NextResponse } from 'next/server';
import { isSecure } from '@/lib/auth/own-origin';
import { pathHeader } from '@/lib/auth/path-header';
import { contentSecurityPolicy, setSecurityHeaders } from '@/lib/http/security-headers';

/** Gives every page its own script nonce. Next reads it from the request's policy and puts it on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  // For the way back after sign-in: a server component cannot see its own address.
  headers.set(pathHeader, pathOf(request));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  setSecurityHeaders(response.headers, isSecure(request.headers));
  return response;
}

function pathOf({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.search);
  search.delete('_rsc');
  return search.size === 0 ? nextUrl.pathname : `${nextUrl.pathname}?${search}`;
}

// API answers set their own headers in lib/http; static files carry no script of a person's.
export const config = { matcher: ['/((?!api/|_next/static|_next/image|icon.svg|favicon.ico|robots.txt).*)'] };
