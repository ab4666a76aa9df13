'use client';

import { createContext, useContext } from 'react';

/** The person's IANA time zone; the signed-in frame provides it. */
export const TimeZoneContext = createContext('UTC');

export function useTimeZone(): string {
  return useContext(TimeZoneContext);
}
