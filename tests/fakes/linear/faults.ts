import type { Workspace } from './workspace';

export interface ReceivedRequest {
  /** 1 for the first GraphQL request since the start or the last reset. */
  number: number;
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export type Fault =
  /** A gateway's page with a 5xx. */
  | { kind: 'html-error'; status?: number }
  /** A captive portal or proxy: HTTP 200 with a page. */
  | { kind: 'proxy-page' }
  | { kind: 'empty-body' }
  | { kind: 'truncated-json' }
  /** Done, and never answered. */
  | { kind: 'hang' }
  /** Done, and then the connection is cut before the answer. */
  | { kind: 'reset' }
  /** The connection is cut before anything is done. */
  | { kind: 'cut' }
  /** Done, and then a gateway answers that it waited too long. */
  | { kind: 'gateway-timeout' }
  | { kind: 'delay'; ms: number }
  /** Linear's own refusal: HTTP 400 and RATELIMITED. */
  | { kind: 'rate-limited'; resetMs?: number }
  | { kind: 'too-many-requests'; retryAfterSeconds?: number }
  | { kind: 'revoked-key' }
  | { kind: 'forbidden' }
  | { kind: 'usage-limit' }
  | { kind: 'internal-error'; status?: number }
  /** An error of Linear's own with these words, and nothing done. */
  | { kind: 'refused'; message: string; presentable?: string }
  /** Data, and an error for one nullable field of one node. */
  | { kind: 'partial-error'; field?: string; nodeIndex?: number }
  /** A null where the schema forbids it, in one node's JSON. */
  | { kind: 'null-field'; field: string; issueId?: string; nodeIndex?: number }
  /** `hasNextPage: true` with a null `endCursor`. */
  | { kind: 'lost-cursor' }
  /** The answer that the same query got before, as if the cursor were ignored. */
  | { kind: 'same-page' }
  /** The row that the request's cursor names is deleted for good just before the request is executed. */
  | { kind: 'delete-anchor' }
  /** Anything else that happens in the workspace just before or after the request is executed. */
  | { kind: 'run'; at?: 'before' | 'after'; run: (workspace: Workspace, request: ReceivedRequest) => void };

export interface FaultTarget {
  /** Only these many matching requests. Without it and without `nth`: every one. */
  next?: number;
  /** Only the nth matching request from now, counted from 1. */
  nth?: number;
  /** Only requests whose document contains this text. */
  contains?: string;
  when?: (request: ReceivedRequest) => boolean;
}

interface ArmedFault {
  fault: Fault;
  target: FaultTarget;
  seen: number;
}

/** What goes wrong, and when. Faults are used up in the order in which they were armed. */
export class FaultPlan {
  #armed: ArmedFault[] = [];

  /** Arms a fault. Without a target it strikes the next request only. */
  add(fault: Fault, target: FaultTarget = { next: 1 }): void {
    this.#armed.push({ fault, target, seen: 0 });
  }

  next(fault: Fault, count = 1): void {
    this.add(fault, { next: count });
  }

  nth(number: number, fault: Fault): void {
    this.add(fault, { nth: number });
  }

  always(fault: Fault): void {
    this.add(fault, {});
  }

  clear(): void {
    this.#armed = [];
  }

  get pending(): number {
    return this.#armed.length;
  }

  /** The faults that strike this request. */
  take(request: ReceivedRequest): Fault[] {
    const struck: Fault[] = [];
    for (const armed of this.#armed) {
      const { contains, when, nth } = armed.target;
      if (contains !== undefined && !request.query.includes(contains)) continue;
      if (when !== undefined && !when(request)) continue;
      armed.seen += 1;
      if (nth === undefined || armed.seen === nth) struck.push(armed.fault);
    }
    this.#armed = this.#armed.filter(
      ({ target, seen }) => seen < (target.nth ?? target.next ?? Number.POSITIVE_INFINITY),
    );
    return struck;
  }
}

/** Deletes for good the row of any collection that a cursor in the variables names. */
export function deleteAnchor(workspace: Workspace, request: ReceivedRequest): void {
  for (const value of Object.values(request.variables)) {
    if (typeof value === 'string' && workspace.deleteRow(value)) return;
  }
}
