'use client';

import { ChevronRight } from 'lucide-react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { NewConnectionForm, NewConnectionFormInput } from '@/app/(signed-in)/connections/connection-form';
import type { TestSuccess } from '@/app/(signed-in)/connections/import-estimate';
import { NameField } from '@/app/(signed-in)/connections/name-field';
import { PageBoundField } from '@/app/(signed-in)/connections/page-bound-field';
import { isChosen } from '@/app/(signed-in)/connections/team-choice';
import { Step } from './step';

// The test of the key takes longer than these do (docs/decisions/010).
const teamPicker = late(async () => (await import('@/app/(signed-in)/connections/team-picker')).TeamPicker);
const statusMappingFields = late(
  async () => (await import('@/app/(signed-in)/connections/status-mapping-fields')).StatusMappingFields,
);
const scheduleFields = late(async () => (await import('@/app/(signed-in)/connections/schedule-fields')).ScheduleFields);

export type NewConnectionFormApi = UseFormReturn<NewConnectionFormInput, unknown, NewConnectionForm>;

type LaterStepProps = {
  form: NewConnectionFormApi;
  /** Null until the key has been tested: the step waits. */
  workspace: TestSuccess | null;
};

export function TeamsStep({ form, workspace }: LaterStepProps) {
  const TeamPicker = useLate(teamPicker, workspace !== null);
  return (
    <Step
      number={2}
      title="Choose teams"
      description="Each team becomes a project, each of its issues a task."
      state={workspace ? 'now' : 'later'}
    >
      {TeamPicker && (
        <Controller
          control={form.control}
          name="teams"
          render={({ field, fieldState }) => (
            <TeamPicker
              teams={workspace?.teams ?? []}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message ?? fieldState.error?.root?.message}
            />
          )}
        />
      )}
    </Step>
  );
}

export function MappingStep({ form, workspace }: LaterStepProps) {
  const StatusMappingFields = useLate(statusMappingFields, workspace !== null);
  const choice = useWatch({ control: form.control, name: 'teams' });
  return (
    <Step
      number={3}
      title="Map Linear's states to task statuses"
      description="The Linear state itself is always kept and shown. You can change this later."
      state={workspace ? 'now' : 'later'}
    >
      {StatusMappingFields && (
        <Controller
          control={form.control}
          name="statusMapping"
          render={({ field }) => (
            <StatusMappingFields
              value={{ preset: field.value.preset, states: field.value.states ?? {} }}
              onChange={field.onChange}
              states={workspace?.workflowStates ?? []}
              teams={workspace?.teams.filter((team) => isChosen(choice, team.key)) ?? []}
            />
          )}
        />
      )}
    </Step>
  );
}

export function ScheduleStep({ form, workspace }: LaterStepProps) {
  const ScheduleFields = useLate(scheduleFields, workspace !== null);
  return (
    <Step
      number={4}
      title="Keep tasks up to date"
      description="How often Trackline looks for changes. When there are none, that is one request to Linear."
      state={workspace ? 'now' : 'later'}
    >
      {ScheduleFields && (
        <Controller
          control={form.control}
          name="schedule"
          render={({ field, fieldState }) => (
            <ScheduleFields
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message ?? form.formState.errors.schedule?.cron?.message}
            />
          )}
        />
      )}
    </Step>
  );
}

/** Folded: the defaults are right for most. */
export function AdvancedStep({ form, workspace }: LaterStepProps) {
  const { errors } = form.formState;
  const hasError = Boolean(errors.name ?? errors.maxPagesPerRun);
  if (!workspace) return null;
  return (
    <details open={hasError || undefined} className="group mt-6 sm:pl-10">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-muted text-sm hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        Advanced: name and pages per run
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        <Controller
          control={form.control}
          name="name"
          render={({ field, fieldState }) => (
            <NameField
              value={field.value}
              onChange={field.onChange}
              workspaceName={workspace.workspace.name}
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="maxPagesPerRun"
          render={({ field, fieldState }) => (
            <PageBoundField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
          )}
        />
      </div>
    </details>
  );
}
