'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useInstallation } from '@/app/(signed-in)/_money/use-installation';
import { DefaultRateSection } from './default-rate-section';
import { MoneyForm } from './money-form';
import { TimeForm } from './time-form';

export function TimeAndMoneyScreen() {
  const { data: installation, isError, error, refetch, isFetching } = useInstallation();
  if (installation === undefined) {
    return isError ? (
      <ErrorState
        title="The settings could not be loaded."
        error={error}
        onRetry={() => refetch()}
        isRetrying={isFetching}
      />
    ) : (
      <SkeletonRows rows={6} label="Loading the settings" />
    );
  }
  return (
    <div className="grid grid-cols-1 gap-10">
      <Section title="Money" description="One currency for all rates, amounts and budgets.">
        <MoneyForm installation={installation} />
      </Section>
      <DefaultRateSection />
      <Section title="Time" description="What holds for everyone's time, and how reports show it.">
        <TimeForm installation={installation} />
      </Section>
    </div>
  );
}
