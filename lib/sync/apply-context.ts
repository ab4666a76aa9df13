import { statusMapping } from '@/lib/contracts/connection';
import type { StoredConnection } from '@/lib/db/connection';
import type { StoredTeamScope } from '@/lib/db/team-scope';
import type { ApplyContext } from './apply-issues';

/** What applying needs to know of a connection as it stands now. */
export function applyContextOf(
  connection: StoredConnection,
  scopes: StoredTeamScope[],
  by: Pick<ApplyContext, 'runId' | 'userId' | 'now'>,
): ApplyContext {
  const projectOfTeam = new Map(
    scopes.flatMap((scope) =>
      scope.selected && scope.projectId !== null ? [[scope.externalTeamId, scope.projectId]] : [],
    ),
  );
  return {
    connectionId: connection.id,
    allTeams: connection.allTeams,
    descriptions: connection.descriptions,
    mapping: statusMapping.parse(JSON.parse(connection.statusMapping)),
    projectOfTeam,
    ...by,
  };
}
