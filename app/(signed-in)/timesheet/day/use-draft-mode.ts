'use client';

import { parseAsBoolean, useQueryState } from 'nuqs';

/** Whether drafts are drawn, as the address has it: `?drafts=true`. */
export function useDraftMode() {
  const [isOn, setIsOn] = useQueryState('drafts', parseAsBoolean.withDefault(false));
  return { isOn, setIsOn: (next: boolean) => void setIsOn(next ? true : null) };
}
