'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { RateHistory } from '@/app/(signed-in)/_money/rate-history';
import type { RateSubject } from '@/app/(signed-in)/_money/rate-subject';
import { RatesDialog } from '@/app/(signed-in)/_money/rates-dialog';

const subject: RateSubject = { kind: 'installation', subjectId: null, name: '' };

export function DefaultRateSection() {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section
      title="Default hourly rate"
      description="For time where neither the task, its project nor the person has a rate. A new rate changes no time of the past, unless you say so."
      actions={
        <Button onClick={() => setIsAdding(true)}>
          <Plus aria-hidden />
          New rate
        </Button>
      }
    >
      <Panel flush>
        <RateHistory subject={subject} canEdit />
      </Panel>
      <RatesDialog subject={subject} view={isAdding ? 'new' : null} onClose={() => setIsAdding(false)} />
    </Section>
  );
}
