import { isSecure } from '@/lib/auth/own-origin';
import { dataSecurityPolicy, setSecurityHeaders } from './security-headers';

/** Puts on an API answer what every one of them carries. */
export function finish(response: Response, request: Request, requestId: string): Response {
  const { headers } = response;
  headers.set('X-Request-Id', requestId);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  headers.set('Content-Security-Policy', dataSecurityPolicy);
  setSecurityHeaders(headers, isSecure(request.headers));
  return response;
}
