import { isOwnOrigin } from '@/lib/auth/own-origin';
import { AppError } from '@/lib/errors/app-error';

/**
 * Refuses a state-changing call that another site's page made the browser send. A call that carries a cookie must
 * prove that it is ours; one without (a script) is only refused when it says that it comes from elsewhere.
 */
export function refuseForeignOrigin(headers: Headers): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isOurs =
    origin === null
      ? site === 'same-origin' || (site === null && !headers.has('cookie'))
      : isOwnOrigin(origin, headers);
  if (isOurs) return;
  throw new AppError('origin_refused', 'This call does not come from this site.', {
    hint: 'Behind a reverse proxy, pass the Host header on or set BASE_URL. Scripts use an API token instead of a cookie.',
  });
}
