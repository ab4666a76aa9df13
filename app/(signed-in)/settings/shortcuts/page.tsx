import type { Metadata } from 'next';
import { ShortcutsScreen } from './shortcuts-screen';

export const metadata: Metadata = { title: 'Shortcuts' };

export default function ShortcutsPage() {
  return <ShortcutsScreen />;
}
