import type { Metadata } from 'next';
import { StartLink } from './start-link';

export const metadata: Metadata = { title: 'Start the timer' };

/** `/t/ENG-42`, for bookmarklets and links from elsewhere: one more click starts the timer. */
export default async function StartLinkPage({ params }: { params: Promise<{ identifier: string }> }) {
  const { identifier } = await params;
  return <StartLink identifier={decodeURIComponent(identifier)} />;
}
