import type { IssueHistory, IssueStateSpan } from './activity-model';
import type { Issue, Row, Team } from './model';
import { arraySource, type PageArguments } from './pagination';
import { canSee, list, type Resolve, type ResolverContext } from './resolver-context';
import { seesIssue, seesProject } from './visibility';

type Sees = (target: never, context: ResolverContext) => boolean;

const seesOfTeam = ({ team }: { team: Team }, context: ResolverContext) => canSee(team, context);

/** What an entry points to, and who may know of it. */
const POINTERS = {
  State: seesOfTeam,
  Assignee: () => true,
  Cycle: seesOfTeam,
  Project: seesProject,
  Parent: seesIssue,
  Team: canSee,
} as const satisfies Record<string, Sees>;

type Pointer = keyof typeof POINTERS;

function isHidden(pointer: Pointer, target: Row, context: ResolverContext): boolean {
  const sees: Sees = POINTERS[pointer];
  return !sees(target as never, context);
}

/** Linear says both what it was and what its id is; of another team's, neither. */
function pointerFields(): Record<string, Resolve<IssueHistory>> {
  const fields = (Object.keys(POINTERS) as Pointer[]).flatMap((pointer) =>
    (['from', 'to'] as const).flatMap((side): [string, Resolve<IssueHistory>][] => {
      const read: Resolve<IssueHistory> = (entry, _args, context) => {
        const target = entry[`${side}${pointer}`] ?? null;
        return target === null || isHidden(pointer, target, context) ? null : target;
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
