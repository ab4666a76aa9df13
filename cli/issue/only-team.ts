import { badArguments } from '@/cli/cli-error';
import { orList } from '@/cli/words';
import type { IssueApi } from './issue-api';

/** The key of the one team there is. */
export async function onlyTeam(issues: IssueApi): Promise<string> {
  const keys = (await issues.targets()).flatMap(({ teams }) => teams.map(({ key }) => key));
  const [only, second] = keys;
  if (only === undefined) throw badArguments('There is no team of Linear here.');
  if (second !== undefined)
    throw badArguments('There are several teams.', { hint: `Name one: --team ${orList(keys)}` });
  return only;
}
