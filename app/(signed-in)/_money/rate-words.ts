import { plural } from '@/app/_ui/format-number';
import type { RateKind, RateSaved } from '@/lib/contracts/rate';
import { type Currency, formatMoney } from '@/lib/kit/format-money';

/** What counts where a kind has no rate of its own. */
export const withoutRate: Record<RateKind, string> = {
  task: 'As the project',
  project: 'As the person',
  person: 'Default rate',
  installation: 'No rate',
};

export function rateName(amount: number | null, kind: RateKind, money: Currency): string {
  return amount === null ? withoutRate[kind] : `${formatMoney(amount, money)} an hour`;
}

export const rateDescriptions: Record<RateKind, string> = {
  task: 'It goes before the rates of the project and of the person.',
  project: 'It goes before the rate of the person. A task can have one of its own.',
  person: 'It counts where neither the task nor its project has a rate.',
  installation: 'It counts where neither the task, its project nor the person has a rate.',
};

export const insteadOfRate: Record<RateKind, string> = {
  task: 'The rate of its project counts, or else that of the person.',
  project: 'The rate of the person counts, or else the default rate.',
  person: 'The default rate counts.',
  installation: 'Time costs what its task, its project or the person says, or nothing.',
};

export function savedWords({ changedEntries }: RateSaved): string {
  return changedEntries === 0 ? 'Rate saved.' : `Rate saved. ${plural(changedEntries, 'entry', 'entries')} changed.`;
}
