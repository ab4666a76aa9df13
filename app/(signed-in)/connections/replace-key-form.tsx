'use client';

import { useId } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { readError } from '@/app/_ui/read-error';
import type { Connection } from '@/lib/contracts/connection';
import { KeyField } from './key-field';
import { KeyHelp } from './key-help';
import { LinearFailure } from './linear-failure';
import { useReplaceKey } from './use-replace-key';

type ReplaceKeyFormProps = { connection: Connection; onDone: () => void };

export function ReplaceKeyForm({ connection, onDone }: ReplaceKeyFormProps) {
  const formId = useId();
  const { apiKey, setApiKey, submit, saveAnyway, isBusy, failure, hiddenTeams, error } = useReplaceKey(
    connection,
    onDone,
  );
  return (
    <form
      id={formId}
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <KeyHelp />
      <KeyField label="New Linear API key" value={apiKey} onChange={setApiKey} disabled={isBusy} />
      {failure && <LinearFailure error={failure} live />}
      {error && (
        <Callout tone="danger" title="The key could not be replaced." live>
          {readError(error).message}
        </Callout>
      )}
      {hiddenTeams && (
        <Callout
          tone="warning"
          live
          title={`The new key cannot see ${hiddenTeams.join(', ')}.`}
          action={
            <Button size="sm" onClick={saveAnyway} loading={isBusy}>
              Save anyway
            </Button>
          }
        >
          Their tasks stay, but are no longer updated.
        </Callout>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" loading={isBusy} disabled={apiKey.trim() === ''}>
          Test and save
        </Button>
      </div>
    </form>
  );
}
