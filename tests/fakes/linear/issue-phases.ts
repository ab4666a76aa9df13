import type { Instant, Issue, WorkflowState } from './model';

export type Phases = Pick<Issue, 'startedAt' | 'completedAt' | 'canceledAt'>;

/** The stamps that an issue gets with a state: started once, completed and canceled as long as it is so. */
export function stampsFor(state: WorkflowState, before: Phases | null, at: Instant): Phases {
  const isCanceled = state.type === 'canceled' || state.type === 'duplicate';
  const started = before?.startedAt ?? null;
  return {
    startedAt: state.type === 'started' || state.type === 'completed' ? (started ?? at) : started,
    completedAt: state.type === 'completed' ? (before?.completedAt ?? at) : null,
    canceledAt: isCanceled ? (before?.canceledAt ?? at) : null,
  };
}

export function phasesOf(moves: readonly { state: WorkflowState; at: Instant }[]): Phases {
  let phases: Phases = { startedAt: null, completedAt: null, canceledAt: null };
  for (const { state, at } of moves) phases = stampsFor(state, phases, at);
  return phases;
}
