import type { Metadata } from 'next';
import { Section } from '@/app/_ui/section';
import { ProfileForm } from './profile-form';

export const metadata: Metadata = { title: 'Profile' };

export default function ProfilePage() {
  return (
    <Section title="Profile" description="Your name, and where your days and weeks begin.">
      <ProfileForm />
    </Section>
  );
}
