import type { StatusMapping, WorkflowState } from '@/lib/contracts/connection';
import { mapStatus } from '@/lib/contracts/map-status';
import type { TaskStatus } from '@/lib/contracts/task';

type State = Pick<WorkflowState, 'id' | 'name' | 'type'>;

export function presetStatus(state: State, preset: StatusMapping['preset']): TaskStatus {
  return mapStatus(state, { preset, states: {} });
}

/** The mapping with one state set by hand; what the preset says anyway needs no entry. */
export function setStatus(mapping: StatusMapping, state: State, status: TaskStatus): StatusMapping {
  const { [state.id]: _before, ...rest } = mapping.states;
  const isByHand = status !== presetStatus(state, mapping.preset);
  return { ...mapping, states: isByHand ? { ...rest, [state.id]: status } : rest };
}
