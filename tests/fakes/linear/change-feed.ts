import type { Attachment, Document } from './activity-model';
import type { Collection, RowChange } from './collection';
import type { Comment, Cycle, Issue, IssueLabel, Project, Row, User } from './model';

/** What Linear tells webhooks about. Teams, states, milestones and relations are not among it. */
export interface FollowedRows {
  Issue: Issue;
  Comment: Comment;
  Project: Project;
  Cycle: Cycle;
  IssueLabel: IssueLabel;
  Attachment: Attachment;
  Document: Document;
  User: User;
}

export type FollowedEntity = keyof FollowedRows;

export interface ChangeOf<Entity extends FollowedEntity> extends RowChange<FollowedRows[Entity]> {
  entity: Entity;
}

export type Change = { [Entity in FollowedEntity]: ChangeOf<Entity> }[FollowedEntity];

type Listener = (change: Change, actor: User | null) => void;

function merged(earlier: Change, later: Change): Change | undefined {
  if (later.kind === 'remove') return earlier.kind === 'create' ? undefined : later;
  return { ...later, kind: earlier.kind, before: { ...later.before, ...earlier.before } } as Change;
}

/** Who changed what, as it happens. Several changes of one row in one piece of work are told as one. */
export class ChangeFeed {
  readonly #listeners = new Set<Listener>();
  #held: Map<Row, Change> | undefined;
  #actor: User | null = null;
  #count = 0;

  /** Who is at work now; null when it is nobody with a key. */
  get actor(): User | null {
    return this.#actor;
  }

  /** Grows with every change, as the `lastSyncId` of Linear's answers does. */
  get count(): number {
    return this.#count;
  }

  follow<Entity extends FollowedEntity>(entity: Entity, collection: Collection<FollowedRows[Entity]>): void {
    collection.watch((change) => this.#receive({ ...change, entity } as Change));
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs the work in somebody's name and tells of its changes at its end. */
  as<Result>(actor: User | null, work: () => Result): Result {
    if (this.#held !== undefined) return this.#within(actor, work);
    const held = new Map<Row, Change>();
    this.#held = held;
    this.#actor = actor;
    try {
      return work();
    } finally {
      this.#held = undefined;
      for (const change of held.values()) this.#tell(change);
      this.#actor = null;
    }
  }

  /** Inside other work only the name is another: its changes are told with those of the whole. */
  #within<Result>(actor: User | null, work: () => Result): Result {
    const outer = this.#actor;
    this.#actor = actor;
    try {
      return work();
    } finally {
      this.#actor = outer;
    }
  }

  #receive(change: Change): void {
    this.#count += 1;
    if (this.#listeners.size === 0) return;
    if (this.#held === undefined) {
      this.#tell(change);
      return;
    }
    const earlier = this.#held.get(change.row);
    const whole = earlier === undefined ? change : merged(earlier, change);
    if (whole === undefined) this.#held.delete(change.row);
    else this.#held.set(change.row, whole);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change, this.#actor);
  }
}
