import type { DemoPerson } from './demo-client.mjs';

export function fillDemoTime(given: {
  owner: DemoPerson;
  colleagues: { name: string; email: string; password: string }[];
  now: Date;
  timeZone: string;
  /** How many, the last of them today; default 31. */
  days?: number;
}): Promise<number>;
