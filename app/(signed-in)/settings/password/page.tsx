import type { Metadata } from 'next';
import { Section } from '@/app/_ui/section';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Password' };

export default function PasswordPage() {
  return (
    <Section title="Password" description="A new password signs you out everywhere else. API tokens keep working.">
      <PasswordForm />
    </Section>
  );
}
