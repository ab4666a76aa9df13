import type { Metadata } from 'next';
import { DayScreen } from './day-screen';

export const metadata: Metadata = { title: 'Day' };

export default function DayPage() {
  return <DayScreen />;
}
