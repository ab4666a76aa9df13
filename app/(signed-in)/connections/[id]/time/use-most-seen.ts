'use client';

import { useEffect, useState } from 'react';

/** The largest value while something is under way: what its progress is measured by. */
export function useMostSeen(value: number, isUnderWay: boolean): number {
  const [most, setMost] = useState(value);
  useEffect(() => setMost((before) => (isUnderWay ? Math.max(before, value) : 0)), [value, isUnderWay]);
  return Math.max(most, value);
}
