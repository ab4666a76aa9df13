import { newId } from '@/lib/kit/new-id';
import type { Tx } from './client';

export interface TeamProject {
  externalId: string;
  connectionId: string;
  name: string;
  key: string;
  url: string;
  color: string;
  integration: Record<string, unknown>;
}

/**
 * The project of a Linear team, found by the team's UUID alone: never by name, so a renamed team keeps its project and a
 * hand-made one is never captured. Colour, description and the user's custom fields are set once and then left alone.
 */
export async function upsertTeamProject(team: TeamProject, tx: Tx): Promise<string> {
  const { externalId, integration, color, ...owned } = team;
  const key = { source_externalId: { source: 'linear', externalId } };
  const known = await tx.project.findUnique({
    where: key,
    select: { id: true, connectionId: true, customFields: true },
  });
  if (!known) {
    const { id } = await tx.project.create({
      data: {
        id: newId(),
        source: 'linear',
        externalId,
        color,
        ...owned,
        customFields: JSON.stringify({ integration }),
      },
      select: { id: true },
    });
    return id;
  }
  const customFields = JSON.stringify({ ...(JSON.parse(known.customFields) as Record<string, unknown>), integration });
  await tx.project.update({ where: { id: known.id }, data: { ...owned, customFields } });
  if (known.connectionId === null) await adoptTasks(team, tx);
  return known.id;
}

/** Tasks that outlived a deleted connection belong to the new one, or nothing would ever find that an issue of theirs is gone. */
async function adoptTasks({ externalId, connectionId }: TeamProject, tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE task SET connection_id = ${connectionId} WHERE source = 'linear' AND external_team_id = ${externalId} AND connection_id IS NULL`;
}
