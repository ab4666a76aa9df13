'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { AccessLinkPreview } from '@/lib/contracts/person';

/** What the link is for; an ApiError with status 404 or 410 when it is of no use any more. */
export function useLink(token: string) {
  return useQuery({
    queryKey: keys.links.preview(token),
    queryFn: ({ signal }) => api.get<AccessLinkPreview>(linkPath(token), { signal }),
    // Nothing may pull the form away under the person's hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function linkPath(token: string): string {
  return `/api/v1/links/by-token/${encodeURIComponent(token)}`;
}
