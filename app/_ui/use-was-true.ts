'use client';

import { useState } from 'react';

/** True from the first time that it was, for what comes late and then stays. */
export function useWasTrue(value: boolean): boolean {
  const [was, setWas] = useState(value);
  if (value && !was) setWas(true);
  return was || value;
}
