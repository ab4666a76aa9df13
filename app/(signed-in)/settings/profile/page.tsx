import type { Metadata } from 'next';
import { Section } from '@/app/_ui/section';
import { ProfileForm } from './profile-form';

export const metadata: Metadata = { title: 'Profile' };

export default function ProfilePage() {
  return (
    <Section title="Profile" description="Who you are to your team, and how days and weeks are cut for you.">
      <ProfileForm />
    </Section>
  );
}
