import type { Metadata } from 'next';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireSignedInPerson } from '@/lib/auth/signed-in-person';
import { TimeAndMoneyScreen } from './time-and-money-screen';

export const metadata: Metadata = { title: 'Time and money' };

export default async function TimeAndMoneyPage() {
  const { role } = await requireSignedInPerson();
  if (role === 'admin') return <TimeAndMoneyScreen />;
  return (
    <EmptyState
      title="Only admins set time and money."
      description="Ask an admin about the currency, rounding or locked days."
    />
  );
}
