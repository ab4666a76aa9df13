import { scheduler } from '@/lib/auth/actor';
import { config, setConfig } from '@/lib/config/config';
import { db } from '@/lib/db/client';
import { minutes, seconds } from '@/lib/kit/sleep';
import { changeConnection } from '@/lib/sync/save-connection';
import { keepTimeOnIssues } from '@/lib/sync/time-on-issues/time-on-issues';
import { removeTimeOnIssues, showTimeOnIssues } from '@/lib/sync/time-on-issues/time-on-issues-view';
import { createEntry } from '@/lib/tracking/create-entry';
import type { Attachment } from '@/tests/fakes/linear/activity-model';
import type { Issue } from '@/tests/fakes/linear/model';
import { makeMember, type TestPerson } from './people';
import { SyncClock } from './sync-clock';
import type { Harness, HarnessOptions } from './sync-harness';
import { issuesOf } from './sync-start';

export const firstAddress = 'https://time.example.com';

/** An imported connection, two people who track time, and the sender, on a clock that the test moves. */
export class TimeRig {
  baseUrl: string | null = firstAddress;
  /** What was there before, by other hands. */
  readonly foreign: Set<Attachment>;

  private constructor(
    readonly harness: Harness,
    readonly clock: SyncClock,
    readonly ada: TestPerson,
    readonly bruno: TestPerson,
    readonly issues: Issue[],
  ) {
    this.foreign = new Set(harness.linear.workspace.attachments.values());
  }

  static async start(
    start: (options: HarnessOptions) => Promise<Harness>,
    { clock = new SyncClock('2026-11-20T09:00:00.000Z'), ...options }: HarnessOptions = {},
  ): Promise<TimeRig> {
    const harness = await start({ clock, issues: 12, access: { retryBudgetMs: 0 }, ...options });
    setConfig({ ...config(), baseUrl: firstAddress });
    await harness.syncAll();
    const ada = await makeMember({ name: 'Ada Whitfield' });
    const bruno = await makeMember({ name: 'Bruno Castellan' });
    const live = issuesOf(harness.linear.workspace).filter(({ archivedAt, trashed }) => !archivedAt && !trashed);
    harness.linear.requests.clear();
    return new TimeRig(harness, clock, ada, bruno, live);
  }

  get id(): string {
    return this.harness.connection.id;
  }

  get calling() {
    return { access: this.harness.access, signal: new AbortController().signal };
  }

  /** Has another address from now on, as after a restart. */
  move(baseUrl: string | null): void {
    this.baseUrl = baseUrl;
    setConfig({ ...config(), baseUrl: baseUrl ?? undefined });
  }

  async switch(timeOnIssues: boolean): Promise<void> {
    await changeConnection(scheduler, this.id, { timeOnIssues }, this.calling);
  }

  async chooseTeams(teamKeys: string[]): Promise<void> {
    await changeConnection(scheduler, this.id, { teamKeys }, this.calling);
  }

  async track(issue: Issue, durationSeconds: number, who: TestPerson = this.ada, on = '2026-11-20'): Promise<string> {
    const input = { taskId: await this.taskOf(issue), on, durationSeconds };
    return (await createEntry(who.actor, input, this.clock.ours())).id;
  }

  async taskOf(issue: Issue): Promise<string> {
    return (await db().task.findFirstOrThrow({ where: { externalId: issue.id } })).id;
  }

  keep(): Promise<void> {
    return keepTimeOnIssues({ access: this.harness.access, baseUrl: this.baseUrl });
  }

  /** As the schedule would, for so long. */
  async run(milliseconds: number, stepMs = seconds(30)): Promise<void> {
    for (let left = milliseconds; left > 0; left -= stepMs) {
      this.clock.advance(stepMs);
      await this.keep();
    }
  }

  /** Until what is due, and what failed a few times, has had its turn. */
  async settle(): Promise<void> {
    await this.run(minutes(90), minutes(5));
  }

  view() {
    return showTimeOnIssues(scheduler, this.id);
  }

  remove() {
    return removeTimeOnIssues(scheduler, this.id, this.calling);
  }

  /** What an issue carries at Linear by our hand. */
  on(issue: Issue): Attachment[] {
    const all = [...this.harness.linear.workspace.attachments.values()];
    return all.filter((each) => each.issue === issue && !this.foreign.has(each));
  }

  /** Looks after every request from now on whether an issue carries two; answers those that did. */
  watch(): Set<string> {
    const twice = new Set<string>();
    const look = () => {
      for (const issue of this.issues) if (this.on(issue).length > 1) twice.add(issue.identifier);
    };
    this.harness.linear.faults.always({ kind: 'run', at: 'after', run: look });
    return twice;
  }

  titles(issue: Issue): string[] {
    return this.on(issue).map(({ title }) => title);
  }

  /** When requests that write attachments came. */
  get writeTimes(): string[] {
    const { requests } = this.harness.linear;
    return requests.filter(({ query }) => /attachment(Create|Delete)\(/.test(query)).map(({ at }) => at);
  }

  get writes(): number {
    return this.writeTimes.length;
  }
}
