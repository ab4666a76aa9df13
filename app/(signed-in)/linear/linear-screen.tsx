'use client';

import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { CollectionLinks } from './collection-links';
import { ProgressSection } from './progress-section';

export function LinearScreen() {
  return (
    <PageBody>
      <PageHeader title="Linear" description="What is read from your Linear workspace, and the hours on it." />
      <div className="flex flex-col gap-8">
        <ProgressSection of="cycles" />
        <ProgressSection of="projects" />
        <CollectionLinks />
      </div>
    </PageBody>
  );
}
