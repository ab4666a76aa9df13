import type { Metadata } from 'next';
import { TimesheetScreen } from './timesheet-screen';

export const metadata: Metadata = { title: 'Timesheet' };

export default function TimesheetPage() {
  return <TimesheetScreen />;
}
