import type { Rate, RateKind } from '@/lib/contracts/rate';

/** Whose rate it is. */
export type RateSubject = {
  kind: RateKind;
  /** Null for the installation. */
  subjectId: string | null;
  /** "ENG-42", "Ada Whitfield"; unused for the installation. */
  name: string;
};

/** Of a history, newest first: the rate that holds on a day. */
export function rateOn(rates: readonly Rate[], on: string): Rate | undefined {
  return rates.find(({ effectiveFrom }) => effectiveFrom <= on);
}
