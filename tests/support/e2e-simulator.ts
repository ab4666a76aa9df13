import { z } from 'zod';
import { ChildServer } from './child-server';

const readyLine = z.object({ url: z.url(), controlUrl: z.url(), apiKey: z.string() });
const answer = z.object({ ok: z.boolean(), result: z.unknown(), error: z.string().optional() });

export interface RunningSimulator {
  /** What LINEAR_API_URL must be. */
  url: string;
  /** A key that sees every team. */
  apiKey: string;
  /** Changes something at "Linear": the operations are in tests/fakes/linear/control-operations.ts. */
  control(op: string, ...args: unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

export interface SimulatorSettings {
  issues?: number;
  teams?: number;
  /** In proportion to the issues without these. */
  comments?: number;
  attachments?: number;
  relations?: number;
  latencyMs?: number;
  /** Milliseconds between the changes of a person at work; nobody works without it. */
  personEveryMs?: number;
  /** Default: any free one. */
  port?: number;
}

/** Starts the bundled Linear simulator in a process of its own. */
export async function startSimulator(settings: SimulatorSettings = {}): Promise<RunningSimulator> {
  const { latencyMs, personEveryMs, port = 0, ...counts } = settings;
  const options = { port, ...counts, latency: latencyMs, person: personEveryMs };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const args = given.flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = new ChildServer(['--import', 'tsx', 'tests/fakes/linear/main.ts', ...args], {});
  const { url, controlUrl, apiKey } = await server.waitFor('Starting the Linear simulator', () => {
    const [line] = server.printed.split('\n');
    return server.printed.includes('\n') && line?.startsWith('{') ? readyLine.parse(JSON.parse(line)) : undefined;
  });
  return {
    url,
    apiKey,
    async control(op, ...operands) {
      const response = await fetch(controlUrl, { method: 'POST', body: JSON.stringify({ op, args: operands }) });
      const { ok, result, error } = answer.parse(await response.json());
      if (!ok) throw new Error(`The simulator refused ${op}: ${error}`);
      return result;
    },
    stop: () => server.stop(),
  };
}
