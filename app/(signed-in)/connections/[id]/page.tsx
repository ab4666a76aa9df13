import type { Metadata } from 'next';
import { ConnectionScreen } from './connection-screen';

export const metadata: Metadata = { title: 'Connection' };

type ConnectionPageProps = { params: Promise<{ id: string }> };

export default async function ConnectionPage({ params }: ConnectionPageProps) {
  const { id } = await params;
  return <ConnectionScreen connectionId={id} />;
}
