/** Why a run was told to stop. The reason of its AbortSignal. */
export class RunStop extends Error {
  override readonly name = 'RunStop';

  constructor(readonly why: 'canceled' | 'shutdown' | 'lease_lost') {
    super(`The run stops: ${why}`);
  }
}
