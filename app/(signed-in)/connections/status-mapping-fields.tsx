'use client';

import { Button } from '@/app/_ui/button';
import { plural } from '@/app/_ui/format-number';
import { RadioCards } from '@/app/_ui/radio-cards';
import type { StatusMapping, WorkflowState } from '@/lib/contracts/connection';
import { StateGroup } from './state-group';
import type { Team } from './team-choice';

const presets = [
  {
    value: 'todo_done' as const,
    label: 'Todo / done',
    description: 'Completed, canceled and duplicate issues are done. Everything else is to do.',
  },
  {
    value: 'detailed' as const,
    label: 'Detailed',
    description: 'Keeps in progress and canceled apart from to do and done.',
  },
];

type StatusMappingFieldsProps = {
  value: StatusMapping;
  onChange: (mapping: StatusMapping) => void;
  states: readonly WorkflowState[];
  /** The teams that are imported: only their states are shown. */
  teams: readonly (Team & { id: string })[];
};

export function StatusMappingFields({ value, onChange, states, teams }: StatusMappingFieldsProps) {
  const groups = teams
    .map((team) => ({ team, states: statesOf(team.id, states) }))
    .filter((group) => group.states.length > 0);
  const byHand = states.filter((state) => value.states[state.id]).length;
  return (
    <div className="flex flex-col gap-3">
      <RadioCards
        label="Status mapping"
        columns={2}
        options={presets}
        value={value.preset}
        onChange={(preset) => onChange({ ...value, preset })}
      />
      {byHand > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-muted text-xs">
          {plural(byHand, 'state')} mapped by hand, whatever the preset says.
          <Button size="sm" variant="ghost" onClick={() => onChange({ ...value, states: {} })}>
            Use the preset for all
          </Button>
        </div>
      )}
      {groups.length > 0 && (
        <div className="overflow-hidden rounded-md border border-line">
          {groups.map((group, index) => (
            <StateGroup
              key={group.team.id}
              team={group.team}
              states={group.states}
              mapping={value}
              onChange={onChange}
              isInitiallyOpen={index === 0}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const typeOrder = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled', 'duplicate'];

/** In the order in which Linear shows them. */
function statesOf(teamId: string, states: readonly WorkflowState[]): WorkflowState[] {
  return states
    .filter((state) => state.teamId === teamId)
    .sort((one, other) => typeOrder.indexOf(one.type) - typeOrder.indexOf(other.type) || one.position - other.position);
}
