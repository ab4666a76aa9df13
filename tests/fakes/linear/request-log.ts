import type { Fault } from './faults';

export interface LoggedRequest {
  number: number;
  at: string;
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
  cost: number;
  /** Undefined when the fault was to answer nothing. */
  status: number | undefined;
  durationMs: number;
  faults: Fault['kind'][];
}

const KEPT_REQUESTS = 20_000;

/** What was received, oldest first. An array that a test can read with plain array methods. */
export class RequestLog extends Array<LoggedRequest> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  record(entry: LoggedRequest): void {
    if (this.length >= KEPT_REQUESTS) this.shift();
    this.push(entry);
  }

  clear(): void {
    this.length = 0;
  }

  get totalCost(): number {
    return this.reduce((sum, request) => sum + request.cost, 0);
  }
}
