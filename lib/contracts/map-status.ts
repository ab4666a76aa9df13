import type { StatusMapping } from './connection';
import type { TaskStatus } from './task';

export interface LinearState {
  id: string;
  name: string;
  type: string;
}

const doneNames = new Set(['done', 'completed', 'canceled', 'cancelled']);
const doneTypes = new Set(['completed', 'canceled', 'duplicate']);

/** Linear's workflow state as the status of a task. A state mapped by hand wins; an unknown type is `todo`. */
export function mapStatus(state: LinearState, mapping: StatusMapping): TaskStatus {
  const byHand = mapping.states[state.id];
  if (byHand) return byHand;
  if (mapping.preset === 'detailed') {
    if (state.type === 'started') return 'in_progress';
    if (state.type === 'canceled' || state.type === 'duplicate') return 'canceled';
  }
  return doneTypes.has(state.type) || doneNames.has(state.name.trim().toLowerCase()) ? 'done' : 'todo';
}
