import type { Metadata } from 'next';
import { SharedReport } from './shared-report';

// The address is the secret: no other page and no index may learn it.
export const metadata: Metadata = {
  title: 'Shared report',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

export default async function SharedReportPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <SharedReport token={token} />;
}
