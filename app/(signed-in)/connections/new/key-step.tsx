'use client';

import { Controller } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { readError } from '@/app/_ui/read-error';
import { KeyField } from '@/app/(signed-in)/connections/key-field';
import { KeyHelp } from '@/app/(signed-in)/connections/key-help';
import { LinearFailure } from '@/app/(signed-in)/connections/linear-failure';
import { Step } from './step';
import { TestedWorkspace } from './tested-workspace';
import type { NewConnection } from './use-new-connection';

type KeyStepProps = { state: NewConnection; isDisabled: boolean };

export function KeyStep({ state, isDisabled }: KeyStepProps) {
  const { form, testKey, isTesting, testError, failure, tested, isCurrent } = state;
  const isDone = tested !== null && isCurrent;
  return (
    <Step number={1} title="Paste a Linear API key" state={isDone ? 'done' : 'now'}>
      <KeyHelp />
      <form
        method="post"
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTesting) void testKey();
        }}
      >
        <Controller
          control={form.control}
          name="apiKey"
          render={({ field, fieldState }) => (
            <KeyField
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
              disabled={isDisabled}
            />
          )}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant={isDone ? 'secondary' : 'primary'} loading={isTesting} disabled={isDisabled}>
            {isDone ? 'Test again' : 'Test connection'}
          </Button>
          {tested && !isCurrent && <span className="text-muted text-xs">The key has changed. Test it to go on.</span>}
        </div>
      </form>
      {failure && !isTesting && <LinearFailure error={failure} live />}
      {testError && !isTesting && (
        <Callout tone="danger" title="The test could not be made." live>
          {readError(testError).message}
        </Callout>
      )}
      {isDone && <TestedWorkspace result={tested.result} />}
    </Step>
  );
}
