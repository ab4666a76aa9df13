import { createToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import type { Issue, IssueLabel, Team } from '@/tests/fakes/linear/model';
import { ApiServer } from '@/tests/support/api-server';
import { type CliResult, CliRig } from '@/tests/support/cli';

/** The command line of an admin who is Ada Whitfield at Linear. Everyone may write, and two issues are imported by name. */
export class IssuesRig {
  private constructor(
    readonly rig: ConnectionsRig,
    readonly connectionId: string,
    readonly server: ApiServer,
    readonly cli: CliRig,
    readonly team: Team,
    readonly login: Issue,
    readonly other: Issue,
  ) {}

  static async start(): Promise<IssuesRig> {
    const rig = await ConnectionsRig.start({ issues: 3 });
    const connectionId = (await rig.create()).body.id;
    await rig.change(connectionId, { writeBack: 'everyone' });
    const server = await ApiServer.start();
    const cli = await CliRig.start();
    const { token } = await createToken(rig.admin.actor, { name: 'cli', scope: 'write' }, new Date());
    cli.env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
    const team = must([...rig.workspace.teams.values()][0]);
    const login = rig.workspace.createIssue({ team, title: 'Fix the login' });
    const other = rig.workspace.createIssue({ team, title: 'Fix the logout' });
    const made = new IssuesRig(rig, connectionId, server, cli, team, login, other);
    await made.setEmail(rig.admin.actor.userId, 'Ada Whitfield');
    for (const name of ['Bug', 'Feature', 'Chore'])
      if (!made.labelNamed(name)) rig.workspace.createLabel({ name, color: '#ff0000' });
    await rig.syncToEnd(connectionId);
    return made;
  }

  async stop(): Promise<void> {
    await this.cli.stop();
    await this.server.stop();
    await this.rig.stop();
  }

  clear(): void {
    this.server.fault = null;
    this.rig.linear.faults.clear();
  }

  /** As that person has it at Linear. */
  async setEmail(userId: string, name: string): Promise<void> {
    const { email } = must([...this.rig.workspace.users.values()].find((user) => user.name === name));
    await db().user.update({ where: { id: userId }, data: { email } });
  }

  labelNamed(name: string): IssueLabel | undefined {
    return [...this.rig.workspace.labels.values()].find((label) => label.name === name);
  }

  /** `trackline issue ...` */
  issue(...args: string[]): Promise<CliResult> {
    return this.cli.run(['issue', ...args]);
  }

  json(...args: string[]): Promise<CliResult> {
    return this.issue(...args, '--json');
  }
}
