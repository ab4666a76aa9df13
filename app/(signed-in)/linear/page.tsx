import type { Metadata } from 'next';
import { LinearScreen } from './linear-screen';

export const metadata: Metadata = { title: 'Linear' };

export default function LinearPage() {
  return <LinearScreen />;
}
