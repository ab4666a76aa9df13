import type { PersonActor } from '@/lib/auth/actor';
import type { ProjectBudget } from '@/lib/contracts/project';
import type { EntryProject } from '@/lib/contracts/time-entry';
import { getInstallation } from '@/lib/db/installation';
import { listProjects, type ProjectRow } from '@/lib/db/project';
import { listAmountByProject, listProjectIdsWithBudget } from '@/lib/db/project-budget';
import { listTrackedByProject } from '@/lib/db/time-entry';
import { maySeeMoney } from './to-time-entry';

type WithBudget = Pick<ProjectRow, 'id' | 'budgetKind' | 'budgetAmount'>;

/** By project, as far as this person may see them: a budget in money only with the right to see money. */
export async function readBudgets(actor: PersonActor, projects: WithBudget[]): Promise<Map<string, ProjectBudget>> {
  const idsOf = (kind: string) => projects.filter(({ budgetKind }) => budgetKind === kind).map(({ id }) => id);
  const moneyIds = idsOf('money');
  const showsMoney = moneyIds.length > 0 && maySeeMoney(actor, await getInstallation());
  const [seconds, amounts] = await Promise.all([
    listTrackedByProject(idsOf('hours')),
    listAmountByProject(showsMoney ? moneyIds : []),
  ]);
  return new Map(
    projects.flatMap(({ id, budgetKind, budgetAmount }) => {
      if (budgetAmount === null) return [];
      if (budgetKind === 'hours') return [[id, toBudget('hours', budgetAmount, seconds.get(id) ?? 0)]];
      if (budgetKind !== 'money' || !showsMoney) return [];
      return [[id, toBudget('money', budgetAmount, amounts.get(id) ?? 0)]];
    }),
  );
}

function toBudget(kind: ProjectBudget['kind'], amount: number, used: number): ProjectBudget {
  const level = used >= amount ? 'over' : used * 100 >= amount * 80 ? 'near' : 'ok';
  return { kind, amount, used, level };
}

/** Budgets of projects in use of which 80 % and more is used, the nearest to their end (or the furthest over it) first. */
export async function listBudgetsNearEnd(
  actor: PersonActor,
): Promise<{ project: EntryProject; budget: ProjectBudget }[]> {
  const projects = await listProjects(await listProjectIdsWithBudget());
  const budgets = await readBudgets(actor, projects);
  return projects
    .flatMap(({ id, name, color }) => {
      const budget = budgets.get(id);
      return budget === undefined || budget.level === 'ok' ? [] : [{ project: { id, name, color }, budget }];
    })
    .sort((a, b) => shareOf(b.budget) - shareOf(a.budget));
}

function shareOf({ used, amount }: ProjectBudget): number {
  return used / amount;
}
