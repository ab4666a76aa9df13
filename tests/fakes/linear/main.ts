import { parseArgs } from 'node:util';
import { makeDemoWorkspace } from './demo-workspace';
import { startPerson } from './person';
import { startLinearSimulator } from './start-linear-simulator';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    issues: { type: 'string', default: '1200' },
    teams: { type: 'string', default: '3' },
    comments: { type: 'string' },
    attachments: { type: 'string' },
    relations: { type: 'string' },
    notifications: { type: 'string' },
    latency: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    requests: { type: 'string' },
    complexity: { type: 'string' },
    /** Lets the API take webhook addresses on loopback. */
    'loopback-webhooks': { type: 'boolean', default: false },
    /** A public origin and where it leads to, such as https://trackline.example=http://127.0.0.1:4010. */
    'webhook-origin': { type: 'string', multiple: true, default: [] },
    /** Milliseconds between a person's changes; without it nobody changes anything. */
    person: { type: 'string' },
  },
});

const seed = Number(values.seed);

/** Of these options those that were given. */
function numbers<Name extends keyof typeof values>(...names: Name[]): Partial<Record<Name, number>> {
  const given = names.filter((name) => values[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, Number(values[name])])) as Partial<Record<Name, number>>;
}

const counts = numbers('issues', 'teams', 'comments', 'attachments', 'relations', 'notifications');
const { workspace, apiKey } = makeDemoWorkspace({ ...counts, seed });
const rateLimit = numbers('requests', 'complexity');
const latencyMs = Number(values.latency);
workspace.behaviour.loopbackWebhooks = values['loopback-webhooks'];
const origins = Object.fromEntries(values['webhook-origin'].map((pair) => pair.split('=') as [string, string]));
const webhooks = { origins };
const simulator = await startLinearSimulator({ port: Number(values.port), latencyMs, rateLimit, workspace, webhooks });
const person =
  values.person === undefined ? undefined : startPerson(workspace, { seed, everyMs: Number(values.person) });

async function end(): Promise<void> {
  person?.stop();
  await simulator.stop();
  process.exit(0);
}

process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());
// A parent that dies without a word must not leave a server behind.
process.once('disconnect', () => void end());

const ready = { url: simulator.url, controlUrl: simulator.controlUrl, apiKey };
process.stdout.write(`${JSON.stringify(ready)}\n`);
process.send?.(ready);
