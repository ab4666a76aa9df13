'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { NewConnectionForm, NewConnectionFormInput } from '@/app/(signed-in)/connections/connection-form';
import type { TestSuccess } from '@/app/(signed-in)/connections/import-estimate';
import { allTeams, renewChoice } from '@/app/(signed-in)/connections/team-choice';
import { useTestKey } from '@/app/(signed-in)/connections/use-test-key';
import { lateResolver } from '@/lib/browser/late-resolver';

type Tested = { apiKey: string; result: TestSuccess };

const resolver = lateResolver(
  async () => (await import('@/app/(signed-in)/connections/connection-fields')).newConnectionForm,
);

/** The form of the page, and what the test of its key said. */
export function useNewConnection() {
  const { timeZone } = usePerson();
  const [tested, setTested] = useState<Tested | null>(null);
  const form = useForm<NewConnectionFormInput, unknown, NewConnectionForm>({
    resolver,
    defaultValues: {
      apiKey: '',
      name: '',
      teams: allTeams,
      statusMapping: { preset: 'todo_done', states: {} },
      schedule: { enabled: true, cron: '*/15 * * * *', timeZone },
      maxPagesPerRun: 40,
    },
  });
  const test = useTestKey();

  async function testKey() {
    if (!(await form.trigger('apiKey'))) return;
    const apiKey = form.getValues('apiKey');
    test.mutate(
      { apiKey },
      {
        onSuccess: (result) => {
          if (!result.ok) return;
          setTested({ apiKey, result });
          // What was ticked or typed stays, as far as this workspace has it.
          form.setValue('teams', renewChoice(form.getValues('teams'), result.teams));
        },
      },
    );
  }

  const isCurrent = tested !== null && tested.apiKey === form.watch('apiKey');
  const failure = test.data && !test.data.ok && test.variables.apiKey === form.watch('apiKey') ? test.data.error : null;
  return { form, testKey, isTesting: test.isPending, testError: test.error, failure, tested, isCurrent };
}

export type NewConnection = ReturnType<typeof useNewConnection>;
