'use client';

import { CountsAs } from '@/app/(signed-in)/tasks/[id]/counts-as';
import { None, Person } from '@/app/(signed-in)/tasks/[id]/property-values';
import { cycleName, readIntegration } from '@/app/(signed-in)/tasks/[id]/read-integration';
import { DueDate } from '@/app/(signed-in)/tasks/due-date';
import { LabelPill } from '@/app/(signed-in)/tasks/label-pill';
import { PriorityIcon } from '@/app/(signed-in)/tasks/priority-icon';
import { StateIcon } from '@/app/(signed-in)/tasks/state-icon';
import { priorityName } from '@/app/(signed-in)/tasks/task-words';
import type { IssueField, IssueFields } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { DueDatePicker } from './due-date-picker';
import * as choices from './issue-choices';
import { closeIssuePart } from './issue-desk';
import { fieldsAfter, viewAfter } from './issue-view';
import { PickerList } from './picker-list';
import { type Desk, PropertyRow } from './property-row';

type PropertyRowsProps = { task: Task; desk: Desk; me: string };

export function PropertyRows({ task, desk, me }: PropertyRowsProps) {
  const { live, options, issue } = desk;
  const stored = { ...task, cycle: cycleName(readIntegration(task.customFields)) };
  const after = live.data && fieldsAfter(live.data.fields, issue.pending);
  const shown = viewAfter(stored, after, issue.pending, options.data);

  function set<Field extends IssueField>(field: Field, value: IssueFields[Field]) {
    closeIssuePart(field);
    const base = live.data?.fields[field];
    void issue.write({ set: { [field]: value }, ...(base === undefined ? {} : { base: { [field]: base } }) });
  }
  return (
    <>
      <PropertyRow
        desk={desk}
        field="stateId"
        shown={
          shown.state && (
            <>
              <StateIcon type={shown.state.type} color={shown.state.color} />
              <span className="truncate">{shown.state.name}</span>
            </>
          )
        }
        note={shown.state?.name === task.state?.name && <CountsAs state={task.state} status={task.status} />}
      >
        {(now, team) => (
          <PickerList
            label="Find a state"
            choices={choices.stateChoices(team)}
            value={now.stateId}
            onChoose={(id) => set('stateId', id)}
          />
        )}
      </PropertyRow>
      <PropertyRow
        desk={desk}
        field="priority"
        shown={
          <>
            <PriorityIcon priority={shown.priority} isNamed />
            {priorityName(shown.priority)}
          </>
        }
      >
        {(now) => (
          <PickerList
            label="Find a priority"
            choices={choices.priorityChoices}
            value={String(now.priority)}
            onChoose={(priority) => set('priority', Number(priority))}
          />
        )}
      </PropertyRow>
      <PropertyRow desk={desk} field="assigneeId" shown={shown.assignee ? <Person {...shown.assignee} /> : <None />}>
        {(now, team) => (
          <PickerList
            label="Find a person"
            choices={choices.assigneeChoices(team, me)}
            value={now.assigneeId ?? choices.none}
            onChoose={(id) => set('assigneeId', orNull(id))}
          />
        )}
      </PropertyRow>
      <MoreRows task={task} desk={desk} shown={shown} set={set} />
    </>
  );
}

type MoreRowsProps = {
  task: Task;
  desk: Desk;
  shown: ReturnType<typeof viewAfter>;
  set: <Field extends IssueField>(field: Field, value: IssueFields[Field]) => void;
};

function MoreRows({ task, desk, shown, set }: MoreRowsProps) {
  const { estimate, dueDate, labels, cycle } = shown;
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  return (
    <>
      <PropertyRow desk={desk} field="estimate" shown={estimate === null ? <None /> : estimate}>
        {(now, team) => (
          <PickerList
            label="Find an estimate"
            choices={choices.estimateChoices(team, now.estimate)}
            value={now.estimate === null ? choices.none : String(now.estimate)}
            onChoose={(points) => set('estimate', points === choices.none ? null : Number(points))}
          />
        )}
      </PropertyRow>
      <PropertyRow desk={desk} field="dueDate" shown={dueDate ? <DueDate on={dueDate} isOpen={isOpen} /> : <None />}>
        {(now) => <DueDatePicker value={now.dueDate} onChoose={(day) => set('dueDate', day)} />}
      </PropertyRow>
      <PropertyRow desk={desk} field="labelIds" shown={labels.length > 0 ? <Pills labels={labels} /> : <None />}>
        {(now, team) => (
          <PickerList
            label="Find a label"
            choices={choices.labelChoices(team)}
            value={now.labelIds}
            onChoose={(id) => void desk.issue.write(choices.toggledLabel(team, now.labelIds, id))}
          />
        )}
      </PropertyRow>
      <PropertyRow desk={desk} field="cycleId" shown={cycle ?? <None />}>
        {(now, team) => (
          <PickerList
            label="Find a cycle"
            choices={choices.cycleChoices(team)}
            value={now.cycleId ?? choices.none}
            onChoose={(id) => set('cycleId', orNull(id))}
          />
        )}
      </PropertyRow>
    </>
  );
}

function Pills({ labels }: Pick<Task, 'labels'>) {
  return (
    <span className="flex min-w-0 flex-wrap gap-1 py-0.5">
      {labels.map(({ name, color }) => (
        <LabelPill key={name} name={name} color={color} />
      ))}
    </span>
  );
}

function orNull(id: string): string | null {
  return id === choices.none ? null : id;
}
