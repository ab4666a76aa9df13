'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { Panel } from '@/app/_ui/panel';
import { RadioCards } from '@/app/_ui/radio-cards';
import { readError } from '@/app/_ui/read-error';
import { ReplaceKeyDialog } from '@/app/(signed-in)/connections/replace-key-dialog';
import type { Connection } from '@/lib/contracts/connection';
import { KeyFacts } from './key-facts';
import { useWriteBack } from './use-write-back';

const choices = [
  { value: 'off', label: 'Off', description: 'Trackline only reads.' },
  { value: 'admins', label: 'Admins', description: 'Admins of Trackline may write.' },
  { value: 'everyone', label: 'Everyone', description: 'Whoever is signed in may write.' },
] as const;

export function WriteBackPanel({ connection }: { connection: Connection }) {
  const { shown, isSaving, error, wasCheck, choose, checkAgain } = useWriteBack(connection);
  const [isReplacing, setIsReplacing] = useState(false);
  const isOn = connection.writeBack !== 'off';
  const replace = (
    <Button size="sm" onClick={() => setIsReplacing(true)}>
      Replace key
    </Button>
  );
  const again = (
    <Button size="sm" onClick={checkAgain} loading={isSaving}>
      Check again
    </Button>
  );
  return (
    <Panel className="flex flex-col gap-3">
      <RadioCards
        label="Who may write to Linear"
        columns={3}
        options={choices}
        value={shown}
        onChange={choose}
        disabled={isSaving}
      />
      {error && (
        <Callout tone="danger" title={wasCheck ? 'The key could not be checked.' : 'This could not be saved.'} live>
          {readError(error).message}
        </Callout>
      )}
      {isOn && connection.keyCan.write === false && (
        <Callout
          tone="warning"
          live
          title="The key may not write, so nothing is offered."
          action={
            <>
              {again}
              {replace}
            </>
          }
        >
          In Linear, under Settings, Security & access, give it the Write permission, then check again. Or put in
          another key that has it.
        </Callout>
      )}
      {isOn && <KeyFacts connection={connection} checkAgain={connection.keyCan.write !== false && again} />}
      <ReplaceKeyDialog connection={connection} open={isReplacing} onOpenChange={setIsReplacing} />
    </Panel>
  );
}
