import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ControlDoor, openControlDoor } from './control-door'
import { FaultPlan } from './faults'
import { GraphqlEndpoint, type Outcome } from './graphql-endpoint'
import { GraphqlEngine } from './graphql-engine'
import { type CursorBehaviour, Paginator } from './pagination'
import { RateLimiter, type RateLimitOptions } from './rate-limit'
import { RequestLog } from './request-log'
import { Workspace } from './workspace'
import type { WorkspaceOptions } from './workspace-store'

export interface SimulatorOptions extends WorkspaceOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** The answer leaves this long after the request's arrival: the simulator's own work is part of it. */
  latencyMs?: number
  rateLimit?: RateLimitOptions
  cursorBehaviour?: CursorBehaviour
  /** Connections whose cost `first` does not multiply. Default: `Query.issues` and `Issue.labels`. */
  unmultipliedConnections?: readonly string[]
  /** `real` is the machine's clock, `clock` the workspace's. */
  dateHeader?: 'real' | 'clock' | 'none'
  /** A workspace made beforehand. The options for a new one are then ignored. */
  workspace?: Workspace
}

export interface LinearSimulator {
  /** The GraphQL endpoint, `http://127.0.0.1:<port>/graphql`. */
  readonly url: string
  /** The control door, `http://127.0.0.1:<port>/_control`. */
  readonly controlUrl: string
  readonly port: number
  readonly workspace: Workspace
  readonly faults: FaultPlan
  readonly requests: RequestLog
  readonly limiter: RateLimiter
  latencyMs: number
  cursorBehaviour: CursorBehaviour
  /** Forgets faults, requests and spent budget. The workspace stays as it is. */
  reset(): void
  stop(): Promise<void>
}

const LARGEST_BODY_BYTES = 2_000_000

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY_BYTES) throw new Error('The request body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  const kinds = new Set(outcome.faults.map((fault) => fault.kind))
  if (kinds.has('reset')) {
    response.socket?.resetAndDestroy()
    return
  }
  const bytes = Buffer.from(outcome.body)
  const isCut = kinds.has('truncated-json')
  const sent = isCut ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes
  response.writeHead(outcome.status, { ...outcome.headers, 'content-length': String(sent.length) })
  response.end(sent)
}

/** Starts a Linear on loopback: GraphQL at `/graphql`, and `/_control` for tests in other processes. */
export async function startLinearSimulator(options: SimulatorOptions = {}): Promise<LinearSimulator> {
  const workspace = options.workspace ?? new Workspace(workspaceOptions(options))
  const limiter = new RateLimiter(options.rateLimit ?? {}, workspace.clock)
  const paginator = new Paginator(options.cursorBehaviour ?? 'anchor')
  const { unmultipliedConnections } = options
  const engineOptions = { workspace, paginator, limiter }
  const engine = new GraphqlEngine(unmultipliedConnections ? { ...engineOptions, unmultipliedConnections } : engineOptions)
  const faults = new FaultPlan()
  const requests = new RequestLog()
  const endpoint = new GraphqlEndpoint({ workspace, engine, limiter, faults })
  const settings = { latencyMs: options.latencyMs ?? 0 }

  async function serveGraphql(request: IncomingMessage, response: ServerResponse, arrivedMs: number): Promise<void> {
    const outcome = endpoint.answer(request.headers.authorization, await readText(request))
    const isHanging = outcome.faults.some((fault) => fault.kind === 'hang')
    const { number, query, operationName, variables } = outcome.request
    const durationMs = performance.now() - arrivedMs
    const status = isHanging ? undefined : outcome.status
    const kinds = outcome.faults.map((fault) => fault.kind)
    const entry = { number, at: workspace.now(), query, operationName, variables, cost: outcome.cost, status, durationMs }
    requests.record({ ...entry, faults: kinds })
    if (isHanging) return
    const extraMs = outcome.faults.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0)
    const waitMs = arrivedMs + settings.latencyMs + extraMs - performance.now()
    if (waitMs > 0) await sleep(waitMs)
    if (response.destroyed) return
    if (options.dateHeader === 'clock') response.setHeader('date', workspace.clock().toUTCString())
    sendOutcome(response, outcome)
  }

  const server = createServer((request, response) => {
    const arrivedMs = performance.now()
    response.sendDate = (options.dateHeader ?? 'real') === 'real'
    serve(request, response, arrivedMs).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)))
    })
  })
  let door: ControlDoor | undefined

  async function serve(request: IncomingMessage, response: ServerResponse, arrivedMs: number): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === '/graphql' && request.method === 'POST') return serveGraphql(request, response, arrivedMs)
    if (pathname.startsWith('/_control') && door !== undefined) {
      const text = request.method === 'POST' ? await readText(request) : undefined
      const { status, body } = await door.handle({ pathname, searchParams, text })
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
      return
    }
    response.writeHead(404).end()
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const simulator: LinearSimulator = {
    url: `${origin}/graphql`,
    controlUrl: `${origin}/_control`,
    port,
    workspace,
    faults,
    requests,
    limiter,
    get latencyMs() {
      return settings.latencyMs
    },
    set latencyMs(latencyMs: number) {
      settings.latencyMs = latencyMs
    },
    get cursorBehaviour() {
      return paginator.behaviour
    },
    set cursorBehaviour(behaviour: CursorBehaviour) {
      paginator.behaviour = behaviour
    },
    reset() {
      faults.clear()
      requests.clear()
      endpoint.reset()
      limiter.configure(options.rateLimit ?? {})
    },
    async stop() {
      door?.close()
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeAllConnections()
      await closed
    },
  }
  door = openControlDoor(simulator)
  return simulator
}

function workspaceOptions(options: SimulatorOptions): WorkspaceOptions {
  const { port, latencyMs, rateLimit, cursorBehaviour, unmultipliedConnections, dateHeader, workspace, ...rest } = options
  return rest
}
