import { z } from 'zod';
import { seedDemoWorkspace } from './demo-workspace';
import type { Fault } from './faults';
import type { LinearSimulator } from './linear-simulator';
import { isModelOperation } from './model-operations';
import { plainIssue } from './plain-issue';
import { WEBHOOK_OPERATIONS } from './webhook-operations';

const target = z.strictObject({
  next: z.number().int().positive().optional(),
  nth: z.number().int().positive().optional(),
  contains: z.string().optional(),
});
const fault = z.looseObject({ kind: z.string() });
const scheduled = z.strictObject({
  kind: z.literal('run'),
  at: z.enum(['before', 'after']).default('before'),
  op: z.string(),
  args: z.array(z.unknown()).default([]),
});
const count = z.number().int().nonnegative().optional();
const demo = z.strictObject({
  issues: count,
  teams: count,
  comments: count,
  attachments: count,
  relations: count,
  notifications: count,
});
const cursorBehaviour = z.enum(['anchor', 'lost-anchor', 'restart', 'offset', 'snapshot']);
const rateLimit = z.strictObject({
  requests: z.number().optional(),
  complexity: z.number().optional(),
  periodMs: z.number().optional(),
  refusal: z.enum(['ratelimited', 'too-many-requests']).optional(),
  reset: z.enum(['window', 'full']).optional(),
});

function given<Value extends object>(value: Value) {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

function addFault(simulator: LinearSimulator, wanted: unknown, where: unknown): void {
  const { kind } = fault.parse(wanted);
  const aim = where === undefined ? { next: 1 } : given(target.parse(where));
  if (kind !== 'run') {
    simulator.faults.add(wanted as Fault, aim);
    return;
  }
  const { at, op, args } = scheduled.parse(wanted);
  simulator.faults.add({ kind: 'run', at, run: () => void runOperation(simulator, op, args) }, aim);
}

type Operation = (simulator: LinearSimulator, ...args: unknown[]) => unknown;

const SIMULATOR_OPERATIONS: Record<string, Operation> = {
  ...WEBHOOK_OPERATIONS,
  addFault: (simulator, wanted, where) => addFault(simulator, wanted, where),
  clearFaults: (simulator) => simulator.faults.clear(),
  clearRequests: (simulator) => simulator.requests.clear(),
  reset: (simulator) => simulator.reset(),
  setLatency: (simulator, ms) => {
    simulator.latencyMs = z.number().parse(ms);
  },
  setCursorBehaviour: (simulator, behaviour) => {
    simulator.cursorBehaviour = cursorBehaviour.parse(behaviour);
  },
  setRateLimit: (simulator, options) => simulator.limiter.configure(given(rateLimit.parse(options))),
  setRemaining: (simulator, user, unit, remaining) => {
    const owner = simulator.workspace.user(z.string().parse(user)).id;
    simulator.limiter.setRemaining(owner, z.enum(['requests', 'complexity']).parse(unit), z.number().parse(remaining));
  },
  setBehaviour: (simulator, changes) => Object.assign(simulator.workspace.behaviour, z.looseObject({}).parse(changes)),
  seedDemo: (simulator, options) => {
    const { apiKey } = seedDemoWorkspace(simulator.workspace, given(demo.parse(options ?? {})));
    return { apiKey };
  },
  createIssues: (simulator, inputs) => {
    const list = z.array(z.unknown()).parse(inputs);
    return simulator.workspace.bulk(() => list.map((input) => runOperation(simulator, 'createIssue', [input])));
  },
};

function isRow(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** A row without what it points to: the ids say that. */
function plainRow(row: object): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]) => {
    if (Array.isArray(value)) return [key, value.map((each: unknown) => (isRow(each) ? each.id : each))];
    return [key, isRow(value) ? value.id : value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

export function runOperation(simulator: LinearSimulator, op: string, args: unknown[]): unknown {
  const { workspace } = simulator;
  const own = SIMULATOR_OPERATIONS[op];
  if (own !== undefined) return own(simulator, ...args);
  if (!isModelOperation(op)) throw new Error(`The control door has no operation "${op}".`);
  const result: unknown = Reflect.apply(workspace[op], workspace, args);
  if (typeof result !== 'object' || result === null) return undefined;
  const issue = isRow(result) ? workspace.issues.get(result.id) : undefined;
  return issue === undefined ? plainRow(result) : plainIssue(issue, workspace.organization.urlKey);
}
