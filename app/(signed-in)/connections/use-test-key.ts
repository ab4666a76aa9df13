'use client';

import { useMutation } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import type { TestInput, TestResult } from '@/lib/contracts/connection';

export function useTestKey() {
  return useMutation({
    mutationFn: (input: TestInput) => api.post<TestResult>('/api/v1/connections/test', input),
    // The key must not stay in the mutation cache.
    gcTime: 0,
  });
}
