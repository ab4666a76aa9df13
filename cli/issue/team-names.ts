import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import type { IssueApi } from './issue-api';

/** What a team has, asked for when a name is first looked up. */
export class TeamNames {
  #kept: Promise<TeamOptions> | undefined;
  #isFresh = false;

  constructor(
    private readonly issues: IssueApi,
    private readonly team: string,
  ) {}

  /** A name that is not there may be new, or renamed since the server looked: then Linear is asked, once. */
  async choose<T>(chosen: (options: TeamOptions) => T): Promise<T> {
    this.#kept ??= this.issues.options(this.team);
    try {
      return chosen(await this.#kept);
    } catch (error) {
      if (this.#isFresh || !(error instanceof CliError) || error.exit !== exitCodes.invalid) throw error;
    }
    this.#isFresh = true;
    this.#kept = this.issues.options(this.team, true);
    return chosen(await this.#kept);
  }
}
