'use client';

import { useForm } from 'react-hook-form';
import { focusFirstInvalid } from '@/app/_ui/focus-first-invalid';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import {
  type SettingsForm,
  type SettingsFormInput,
  toConnectionChange,
} from '@/app/(signed-in)/connections/connection-form';
import { placeErrors } from '@/app/(signed-in)/connections/place-errors';
import { allTeams, chooseKeys } from '@/app/(signed-in)/connections/team-choice';
import { useChangeConnection } from '@/app/(signed-in)/connections/use-change-connection';
import { lateResolver } from '@/lib/browser/late-resolver';
import type { Connection } from '@/lib/contracts/connection';

const resolver = lateResolver(
  async () => (await import('@/app/(signed-in)/connections/connection-fields')).settingsForm,
);

export function useSettingsForm(connection: Connection) {
  const form = useForm<SettingsFormInput, unknown, SettingsForm>({
    resolver,
    defaultValues: readForm(connection),
  });
  const change = useChangeConnection(connection.id);

  const submit = form.handleSubmit((values) => {
    change.mutate(
      { change: toConnectionChange(values, connection) },
      {
        onSuccess: (saved) => {
          form.reset(readForm(saved));
          toast.success('Settings saved.');
        },
        onError: (error) => {
          const placed = placeErrors(error).filter(({ field }) => field !== 'apiKey');
          for (const { field, message } of placed) {
            if (field !== 'apiKey') form.setError(field, { type: 'server', message });
          }
          if (placed.length === 0) toastError('The settings could not be saved.', error);
          focusFirstInvalid();
        },
      },
    );
  }, focusFirstInvalid);

  return { form, submit, isSaving: change.isPending, discard: () => form.reset(readForm(connection)) };
}

function readForm({ name, teamKeys, statusMapping, schedule, maxPagesPerRun }: Connection): SettingsFormInput {
  const { enabled, cron, timeZone } = schedule;
  return {
    name,
    teams: teamKeys.length === 0 ? allTeams : chooseKeys(teamKeys),
    statusMapping,
    schedule: { enabled, cron, timeZone },
    maxPagesPerRun,
  };
}
