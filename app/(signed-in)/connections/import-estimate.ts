import type { TestResult } from '@/lib/contracts/connection';
import { isChosen, type TeamChoice } from './team-choice';

export type TestSuccess = Extract<TestResult, { ok: true }>;
type Estimate = TestSuccess['estimate'];

const issuesPerPage = 250;

/** The server's estimate, for the teams that are ticked by now. */
export function estimateImport(
  { teams, estimate }: Pick<TestSuccess, 'teams' | 'estimate'>,
  choice: TeamChoice,
): Estimate {
  const chosen = teams.filter((team) => isChosen(choice, team.key) && team.issueCount > 0);
  const issues = chosen.reduce((sum, team) => sum + team.issueCount, 0);
  const pages = chosen.reduce((sum, team) => sum + Math.ceil(team.issueCount / issuesPerPage), 0);
  const secondsPerPage = estimate.pages > 0 ? estimate.seconds / estimate.pages : 1;
  return { issues, pages, seconds: Math.ceil(pages * secondsPerPage) };
}
