import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { roundedScore, scoreQuery, UNMULTIPLIED_CONNECTIONS } from './complexity';
import {
  type ErrorExtensions,
  internalError,
  tooComplexError,
  validationError,
  type WireBody,
  type WireError,
} from './errors';
import type { ApiKey } from './model';
import type { Paginator } from './pagination';
import type { RateLimiter } from './rate-limit';
import { visibleTeamsOf } from './resolver-context';
import { buildLinearSchema } from './schema';
import type { Workspace } from './workspace';

const LARGEST_SCORE = 10_000;
const CACHED_DOCUMENTS = 500;

export interface PreparedQuery {
  document: DocumentNode | undefined;
  problem: WireError | undefined;
  /** Introspection is the one thing that Linear answers without a key. */
  isIntrospection: boolean;
  /** Mutations ask for scopes of their own. */
  isMutation: boolean;
}

export interface EngineOptions {
  workspace: Workspace;
  paginator: Paginator;
  limiter: RateLimiter;
  unmultipliedConnections?: readonly string[];
}

function asksOnlyForSchema(document: DocumentNode): boolean {
  return document.definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION ||
      definition.selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__')),
  );
}

function hasMutation(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
}

function toWire(error: GraphQLError): WireError {
  const { message, locations, path, extensions } = error;
  const isLinears = typeof extensions.type === 'string';
  const wire: WireError = {
    message,
    extensions: isLinears ? (extensions as ErrorExtensions) : internalError().extensions,
  };
  if (locations !== undefined) wire.locations = locations;
  if (path !== undefined) wire.path = path;
  return wire;
}

/** Parses, validates, scores and executes: the part of Linear that does not know of HTTP. */
export class GraphqlEngine {
  readonly schema: GraphQLSchema = buildLinearSchema();
  readonly #prepared = new Map<string, PreparedQuery>();
  readonly #options: EngineOptions;
  readonly #unmultiplied: ReadonlySet<string>;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#unmultiplied = new Set(options.unmultipliedConnections ?? UNMULTIPLIED_CONNECTIONS);
  }

  prepare(query: string): PreparedQuery {
    const known = this.#prepared.get(query);
    if (known !== undefined) return known;
    const prepared = this.#parse(query);
    if (this.#prepared.size >= CACHED_DOCUMENTS) this.#prepared.clear();
    this.#prepared.set(query, prepared);
    return prepared;
  }

  #parse(query: string): PreparedQuery {
    try {
      const document = parse(query);
      const [problem] = validate(this.schema, document);
      const isIntrospection = problem === undefined && asksOnlyForSchema(document);
      const isMutation = hasMutation(document);
      return { document, problem: problem && validationError(problem), isIntrospection, isMutation };
    } catch (error) {
      const problem = validationError(error as GraphQLError);
      return { document: undefined, problem, isIntrospection: false, isMutation: false };
    }
  }

  /** The cost for the header, and the refusal when the query is above the ceiling. */
  score(document: DocumentNode, variables: Record<string, unknown>): { cost: number; problem: WireError | undefined } {
    const score = scoreQuery(this.schema, document, variables, this.#unmultiplied);
    const isRefused = score - 1e-6 > LARGEST_SCORE;
    return { cost: roundedScore(score), problem: isRefused ? tooComplexError(score, LARGEST_SCORE) : undefined };
  }

  execute(document: DocumentNode, variables: Record<string, unknown>, key: ApiKey): WireBody {
    const { workspace, paginator, limiter } = this.#options;
    const visibleTeams = visibleTeamsOf(workspace, key);
    const now = workspace.clock();
    const contextValue = { workspace, schema: this.schema, paginator, limiter, key, now, visibleTeams };
    const rootValue = workspace.organization;
    return this.#run({ schema: this.schema, document, rootValue, contextValue, variableValues: variables });
  }

  /** For callers without a key: no resolver runs, as only the schema may be asked for. */
  introspect(document: DocumentNode): WireBody {
    return this.#run({ schema: this.schema, document });
  }

  #run(args: ExecutionArgs): WireBody {
    const result = execute(args);
    if (result instanceof Promise) throw new Error('Resolvers of the simulator answer at once.');
    if (!('data' in result)) return { errors: [badVariables(result.errors ?? [])] };
    const { data, errors } = result;
    return errors === undefined ? { data: data ?? null } : { errors: errors.map(toWire), data: data ?? null };
  }
}

function badVariables(errors: readonly GraphQLError[]): WireError {
  const [first] = errors;
  if (first === undefined) return internalError();
  const wire = validationError(first);
  return { ...wire, extensions: { ...wire.extensions, code: 'BAD_USER_INPUT' } };
}
