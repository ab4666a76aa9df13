import type { Metadata } from 'next';
import { NewConnectionScreen } from './new-connection-screen';

export const metadata: Metadata = { title: 'Connect Linear' };

export default function NewConnectionPage() {
  return <NewConnectionScreen />;
}
