'use client';

import { Combobox } from '@/app/_ui/combobox';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { readError } from '@/app/_ui/read-error';
import { Select } from '@/app/_ui/select';
import { Textarea } from '@/app/_ui/textarea';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import * as choices from './issue-choices';
import { ofTeam, teamChoices, teamOf } from './issue-draft';
import { LabelsField } from './labels-field';
import type { NewIssue } from './use-new-issue';
import { useTeamOptions } from './use-team-options';

type IssueFieldsProps = {
  issue: NewIssue;
  targets: readonly WriteTarget[];
  /** A task that is sent to Linear has these already. */
  isOfTask?: boolean | undefined;
};

/** The fields of a new issue. What is left empty is left to the team. */
export function IssueFields({ issue: { draft, change, errors }, targets, isOfTask = false }: IssueFieldsProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Team" error={errors['team']} className="sm:col-span-2">
        <Combobox
          options={teamChoices(targets)}
          value={draft.team || null}
          onChange={(team) => change({ team, ...ofTeam })}
          placeholder="Choose a team"
          searchLabel="Find a team"
        />
      </Field>
      {!isOfTask && (
        <Field label="Title" error={errors['title']} className="sm:col-span-2">
          <Input value={draft.title} onChange={(event) => change({ title: event.target.value })} autoComplete="off" />
        </Field>
      )}
      <Field label="Description" optional error={errors['description']} hint="Markdown" className="sm:col-span-2">
        <Textarea
          rows={3}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
          className="max-h-60"
        />
      </Field>
      <TeamFields issue={{ draft, change, errors }} isOfTask={isOfTask} />
    </div>
  );
}

function TeamFields({ issue: { draft, change, errors }, isOfTask }: { issue: NewIssue; isOfTask: boolean }) {
  const { email } = usePerson();
  const { data: team, error } = useTeamOptions(teamOf(draft));
  const first = { value: choices.none, label: "The team's default" };
  const nobody = { value: choices.none, label: 'No assignee' };
  const orNull = (id: string) => (id === choices.none ? null : id);
  return (
    <>
      {error && (
        <p role="alert" className="text-danger text-xs sm:col-span-2">
          {readError(error).message}
        </p>
      )}
      <Field label="State" error={errors['stateId']}>
        <Select
          options={[first, ...(team ? choices.stateChoices(team) : [])]}
          value={draft.stateId ?? choices.none}
          onChange={(id) => change({ stateId: orNull(id) })}
          disabled={!team}
        />
      </Field>
      <Field label="Assignee" error={errors['assigneeId']}>
        <Combobox
          options={team ? choices.assigneeChoices(team, email) : [nobody]}
          value={draft.assigneeId ?? choices.none}
          onChange={(id) => change({ assigneeId: orNull(id) })}
          searchLabel="Find a person"
          disabled={!team}
        />
      </Field>
      <Field label="Priority">
        <Select
          options={choices.priorityChoices}
          value={String(draft.priority)}
          onChange={(priority) => change({ priority: Number(priority) })}
        />
      </Field>
      <Field label="Labels" error={errors['labelIds']}>
        <LabelsField team={team} value={draft.labelIds} onChange={(labelIds) => change({ labelIds })} />
      </Field>
      {!isOfTask && (
        <>
          <Field label="Estimate" error={errors['estimate']}>
            <Select
              options={
                team ? choices.estimateChoices(team, draft.estimate) : [{ value: choices.none, label: 'No estimate' }]
              }
              value={draft.estimate === null ? choices.none : String(draft.estimate)}
              onChange={(points) => change({ estimate: points === choices.none ? null : Number(points) })}
              disabled={!team}
            />
          </Field>
          <Field label="Due date" error={errors['dueDate']}>
            <Input type="date" value={draft.dueDate} onChange={(event) => change({ dueDate: event.target.value })} />
          </Field>
          <Field label="Cycle" error={errors['cycleId']}>
            <Select
              options={team ? choices.cycleChoices(team) : [{ value: choices.none, label: 'No cycle' }]}
              value={draft.cycleId ?? choices.none}
              onChange={(id) => change({ cycleId: orNull(id) })}
              disabled={!team}
            />
          </Field>
        </>
      )}
    </>
  );
}
