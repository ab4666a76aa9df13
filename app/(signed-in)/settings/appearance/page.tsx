import type { Metadata } from 'next';
import { Section } from '@/app/_ui/section';
import { ThemeChoice } from './theme-choice';

export const metadata: Metadata = { title: 'Appearance' };

export default function AppearancePage() {
  return (
    <Section title="Theme" description="Kept in this browser.">
      <ThemeChoice />
    </Section>
  );
}
