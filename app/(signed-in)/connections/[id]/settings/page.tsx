import type { Metadata } from 'next';
import { SettingsScreen } from './settings-screen';

export const metadata: Metadata = { title: 'Connection settings' };

type SettingsPageProps = { params: Promise<{ id: string }> };

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { id } = await params;
  return <SettingsScreen connectionId={id} />;
}
