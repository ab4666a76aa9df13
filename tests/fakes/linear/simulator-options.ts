import type { CursorBehaviour } from './pagination';
import type { RateLimitOptions } from './rate-limit';
import type { WebhookOptions } from './webhook-sender';
import type { Workspace } from './workspace';
import type { WorkspaceOptions } from './workspace-store';

export interface SimulatorOptions extends WorkspaceOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The answer leaves this long after the request's arrival: the simulator's own work is part of it. */
  latencyMs?: number;
  rateLimit?: RateLimitOptions;
  cursorBehaviour?: CursorBehaviour;
  /** Connections whose cost `first` does not multiply. Default: `Query.issues` and `Issue.labels`. */
  unmultipliedConnections?: readonly string[];
  /** `real` is the machine's clock, `clock` the workspace's. */
  dateHeader?: 'real' | 'clock' | 'none';
  webhooks?: WebhookOptions;
  /** A workspace made beforehand. The options for a new one are then ignored. */
  workspace?: Workspace;
}

export function workspaceOptions(options: SimulatorOptions): WorkspaceOptions {
  const { port, latencyMs, rateLimit, cursorBehaviour, unmultipliedConnections, dateHeader, webhooks, ...rest } =
    options;
  const { workspace, ...own } = rest;
  return own;
}
