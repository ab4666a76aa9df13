'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { TimeZoneContext } from '@/app/_ui/time-zone-context';

export type Person = {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'member';
  /** IANA name. */
  timeZone: string;
  /** 0 is Sunday. */
  weekStart: 0 | 1 | 6;
  timerLimitMinutes: number;
  weekTargetMinutes: number;
  /** Minutes of the day. */
  workStartMinutes: number;
  workEndMinutes: number;
  /** 0 is Sunday. */
  workDays: number[];
};

const PersonContext = createContext<Person | null>(null);

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return (
    <PersonContext value={person}>
      <TimeZoneContext value={person.timeZone}>{children}</TimeZoneContext>
    </PersonContext>
  );
}

/** Who is signed in. Only inside the signed-in part. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('usePerson needs the signed-in layout around it.');
  return person;
}
