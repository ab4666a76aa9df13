'use client';

import Link from 'next/link';
import { focusFirstInvalid } from '@/app/_ui/focus-first-invalid';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { ConnectBar } from './connect-bar';
import { ConnectErrors } from './connect-errors';
import { KeyStep } from './key-step';
import { AdvancedStep, MappingStep, ScheduleStep, TeamsStep } from './later-steps';
import { useConnect } from './use-connect';
import { useNewConnection } from './use-new-connection';
import { usePlacedErrors } from './use-placed-errors';

export function NewConnectionScreen() {
  const state = useNewConnection();
  const connect = useConnect();
  const placeServerErrors = usePlacedErrors(state.form);
  const { form, tested, isCurrent } = state;
  const isReady = tested !== null && isCurrent && tested.result.connectedAs === null;
  const workspace = isReady ? tested.result : null;
  const submit = form.handleSubmit(
    (values) =>
      connect.mutate(values, {
        onError: (error) => {
          placeServerErrors(error);
          focusFirstInvalid();
        },
      }),
    focusFirstInvalid,
  );
  return (
    <PageBody width="narrow">
      <PageHeader
        title="Connect Linear"
        description="Test a key, pick teams, and every issue becomes a task in its team's project."
        back={
          <Link href="/connections" className="hover:text-ink hover:underline">
            Connections
          </Link>
        }
      />
      <KeyStep state={state} isDisabled={connect.isPending} />
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TeamsStep form={form} workspace={workspace} />
        <MappingStep form={form} workspace={workspace} />
        <ScheduleStep form={form} workspace={workspace} />
        <AdvancedStep form={form} workspace={workspace} />
        <ConnectErrors form={form} error={connect.error} />
        {workspace && (
          <ConnectBar form={form} workspace={workspace} isPending={connect.isPending || connect.isSuccess} />
        )}
      </form>
    </PageBody>
  );
}
