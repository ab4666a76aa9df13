'use client';

import { useQuery } from '@tanstack/react-query';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Installation } from '@/lib/contracts/installation';
import { minutes } from '@/lib/kit/sleep';

/** What holds for everyone: currency, rounding, lock date. */
export function useInstallation() {
  return useQuery({
    queryKey: keys.installation,
    queryFn: ({ signal }) => api.get<Installation>('/api/v1/installation', { signal }),
    staleTime: minutes(5),
  });
}

/** The installation when this person may see money; null when not, and until it is known. */
export function useMoney(): Installation | null {
  const { role } = usePerson();
  const { data } = useInstallation();
  return data && (role === 'admin' || data.membersSeeMoney) ? data : null;
}
