import type { StatusMapping, WorkflowState } from '@/lib/contracts/connection';
import type { TaskStatus } from '@/lib/contracts/task';

type State = Pick<WorkflowState, 'id' | 'name' | 'type'>;

const doneNames = new Set(['done', 'completed', 'canceled', 'cancelled']);
const doneTypes = new Set(['completed', 'canceled', 'duplicate']);

/** What the preset makes of a state. The sync's own rule, which a browser cannot load; a test holds the two in step. */
export function presetStatus(state: State, preset: StatusMapping['preset']): TaskStatus {
  if (preset === 'detailed') {
    if (state.type === 'started') return 'in_progress';
    if (state.type === 'canceled' || state.type === 'duplicate') return 'canceled';
  }
  return doneTypes.has(state.type) || doneNames.has(state.name.trim().toLowerCase()) ? 'done' : 'todo';
}

/** The mapping with one state set by hand; what the preset says anyway needs no entry. */
export function setStatus(mapping: StatusMapping, state: State, status: TaskStatus): StatusMapping {
  const { [state.id]: _before, ...rest } = mapping.states;
  const isByHand = status !== presetStatus(state, mapping.preset);
  return { ...mapping, states: isByHand ? { ...rest, [state.id]: status } : rest };
}
