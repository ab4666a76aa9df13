'use client';

import { readProblem } from '@/lib/browser/read-problem';
import { send } from '@/lib/browser/send';
import type { Query } from '@/lib/browser/to-query-string';

/**
 * Fetches a file and hands it to the browser as a download. A plain link would leave a refusal to the browser, which
 * says nothing of why. Throws ApiError.
 */
export async function download(path: string, query: Query): Promise<void> {
  const response = await send('GET', path, undefined, { query });
  if (!response.ok) throw await readProblem(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response.headers.get('content-disposition'));
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** As the server names it. */
export function fileName(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition ?? '') ?? [];
  return encoded ? decodeURIComponent(encoded) : (plain ?? 'report');
}
