import type { IssueHistory, IssueStateSpan } from './activity-model';
import type { Issue, Row } from './model';
import { arraySource, type PageArguments } from './pagination';
import { canSee, list, type Resolve, type ResolverContext } from './resolver-context';

type Pointer = 'State' | 'Assignee' | 'Cycle' | 'Project' | 'Parent' | 'Team';

const POINTERS: readonly Pointer[] = ['State', 'Assignee', 'Cycle', 'Project', 'Parent', 'Team'];

function isHidden(target: Row | null | undefined, context: ResolverContext): boolean {
  const { team } = (target ?? {}) as { team?: Issue['team'] | null };
  return team !== undefined && !canSee(team, context);
}

/** Linear says both what it was and what its id is; of another team's, neither. */
function pointerFields(): Record<string, Resolve<IssueHistory>> {
  const fields = POINTERS.flatMap((pointer) =>
    (['from', 'to'] as const).flatMap((side): [string, Resolve<IssueHistory>][] => {
      const read: Resolve<IssueHistory> = (entry, _args, context) => {
        const target = entry[`${side}${pointer}`];
        return isHidden(target, context) ? null : (target ?? null);
      };
      const readId: Resolve<IssueHistory> = (entry, args, context) =>
        (read(entry, args, context) as Row | null)?.id ?? null;
      return [
        [`${side}${pointer}`, read],
        [`${side}${pointer}Id`, readId],
      ];
    }),
  );
  return Object.fromEntries(fields);
}

const historyFields: Record<string, Resolve<IssueHistory>> = {
  ...pointerFields(),
  actorId: (entry) => entry.actor?.id ?? null,
  addedLabelIds: (entry) => entry.addedLabels?.map((label) => label.id) ?? null,
  removedLabelIds: (entry) => entry.removedLabels?.map((label) => label.id) ?? null,
};

const spanFields: Record<string, Resolve<IssueStateSpan>> = {
  stateId: (span) => span.state.id,
};

export const historyLists: Record<string, Resolve<Issue, PageArguments>> = {
  history: (issue, args, context) => {
    const source = arraySource('IssueHistory', context.workspace.log.historyOf(issue));
    return list({ source }, args, context);
  },
  stateHistory: (issue, args, context) => {
    const source = arraySource('IssueStateSpan', context.workspace.log.spansOf(issue));
    return list({ source }, args, context);
  },
};

export const historyResolvers = {
  IssueHistory: historyFields,
  IssueStateSpan: spanFields,
};
