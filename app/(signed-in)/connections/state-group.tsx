'use client';

import { ArrowRight, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { formatCount, plural } from '@/app/_ui/format-number';
import { Select } from '@/app/_ui/select';
import { StatusDot } from '@/app/_ui/status-dot';
import type { StatusMapping, WorkflowState } from '@/lib/contracts/connection';
import { presetStatus, setStatus } from './status-of-state';
import { nameStateType, statusOptions } from './status-words';
import type { Team } from './team-choice';

type StateGroupProps = {
  team: Team;
  states: readonly WorkflowState[];
  mapping: StatusMapping;
  onChange: (mapping: StatusMapping) => void;
  isInitiallyOpen: boolean;
};

/** The states of one team and what becomes of them. */
export function StateGroup({ team, states, mapping, onChange, isInitiallyOpen }: StateGroupProps) {
  const [isOpen, setIsOpen] = useState(isInitiallyOpen);
  const byHand = states.filter((state) => mapping.states[state.id]).length;
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="group border-line border-b last:border-b-0"
    >
      <summary className="flex h-9 list-none items-center gap-2 bg-subtle px-3 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        <span className="truncate font-medium text-ink">{team.name}</span>
        <span className="text-faint text-xs">{team.key}</span>
        <span className="ml-auto shrink-0 text-muted text-xs">
          {byHand > 0 && `${formatCount(byHand)} by hand, `}
          {plural(states.length, 'state')}
        </span>
      </summary>
      <ul aria-label={`States of ${team.name}`}>
        {states.map((state) => (
          <StateRow key={state.id} state={state} teamName={team.name} mapping={mapping} onChange={onChange} />
        ))}
      </ul>
    </details>
  );
}

type StateRowProps = Pick<StateGroupProps, 'mapping' | 'onChange'> & { state: WorkflowState; teamName: string };

function StateRow({ state, teamName, mapping, onChange }: StateRowProps) {
  const byHand = mapping.states[state.id];
  return (
    <li className="flex min-h-9 items-center gap-2 border-line border-t px-3 py-1 text-sm">
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <StatusDot color={state.color}>{state.name}</StatusDot>
        <span className="shrink-0 text-faint text-xs max-sm:hidden">{nameStateType(state.type)}</span>
      </span>
      {byHand && <Badge tone="accent">By hand</Badge>}
      <ArrowRight aria-hidden className="size-4 shrink-0 text-faint" />
      <Select
        aria-label={`Task status for ${state.name} in ${teamName}`}
        options={statusOptions}
        value={byHand ?? presetStatus(state, mapping.preset)}
        onChange={(status) => onChange(setStatus(mapping, state, status))}
        className="h-7 w-32 shrink-0 text-sm"
      />
    </li>
  );
}
