'use client';

import { type Control, Controller, useWatch } from 'react-hook-form';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import type { SettingsForm, SettingsFormInput } from '@/app/(signed-in)/connections/connection-form';
import { NameField } from '@/app/(signed-in)/connections/name-field';
import { PageBoundField } from '@/app/(signed-in)/connections/page-bound-field';
import { ScheduleFields } from '@/app/(signed-in)/connections/schedule-fields';
import { StatusMappingFields } from '@/app/(signed-in)/connections/status-mapping-fields';
import { isChosen } from '@/app/(signed-in)/connections/team-choice';
import { TeamPicker } from '@/app/(signed-in)/connections/team-picker';
import type { Connection } from '@/lib/contracts/connection';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';
import { useWorkspaceNow } from './use-workspace-now';
import { WorkspaceState } from './workspace-state';

export function SettingsFields({ connection }: { connection: Connection }) {
  const { form, submit, isSaving, discard } = useSettingsForm(connection);
  const now = useWorkspaceNow(connection);
  const choice = useWatch({ control: form.control, name: 'teams' });
  const { control, formState } = form;
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-10"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Section
        title="Teams"
        description="A team that you leave out keeps its tasks and their time, but is no longer updated."
      >
        <WorkspaceState now={now} />
        {!now.isSettled && <SkeletonRows rows={Math.max(3, now.teams.length)} label="Asking Linear for its teams" />}
        {now.isSettled && (
          <Controller
            control={control}
            name="teams"
            render={({ field, fieldState }) => (
              <TeamPicker
                teams={now.teams}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message ?? fieldState.error?.root?.message}
              />
            )}
          />
        )}
      </Section>
      <Section title="Status mapping" description="A change re-maps the tasks at once, without asking Linear again.">
        <Controller
          control={control}
          name="statusMapping"
          render={({ field }) => (
            <StatusMappingFields
              value={{ preset: field.value.preset, states: field.value.states ?? {} }}
              onChange={field.onChange}
              states={now.states}
              teams={now.teams.filter((team) => isChosen(choice, team.key))}
            />
          )}
        />
      </Section>
      <Section title="Schedule">
        <Controller
          control={control}
          name="schedule"
          render={({ field, fieldState }) => (
            <ScheduleFields
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message ?? formState.errors.schedule?.cron?.message}
            />
          )}
        />
      </Section>
      <MoreSection connection={connection} control={control} />
      <SaveBar isDirty={formState.isDirty} isSaving={isSaving} onCancel={discard} />
    </form>
  );
}

type MoreSectionProps = {
  connection: Connection;
  control: Control<SettingsFormInput, unknown, SettingsForm>;
};

function MoreSection({ connection, control }: MoreSectionProps) {
  return (
    <Section title="More">
      <Controller
        control={control}
        name="name"
        render={({ field, fieldState }) => (
          <NameField
            value={field.value}
            onChange={field.onChange}
            workspaceName={connection.workspace.name}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="maxPagesPerRun"
        render={({ field, fieldState }) => (
          <PageBoundField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
    </Section>
  );
}
