import type { ReactNode } from 'react';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SettingsTabs } from './settings-tabs';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageBody className="max-w-4xl">
      <PageHeader title="Settings" />
      <SettingsTabs />
      <div className="pt-6">{children}</div>
    </PageBody>
  );
}
