export type Integration = {
  teamId: string | null;
  updatedAt: string | null;
  project: { name: string } | null;
  cycle: { name: string | null; number: number | null } | null;
  parent: { identifier: string } | null;
  previousIdentifiers: string[];
};

/** What a sync keeps for other programs, of which the screen shows a part. A person may have edited the JSON. */
export function readIntegration(customFields: Record<string, unknown>): Integration {
  const { team, updatedAt, project, cycle, parent, previousIdentifiers } = fieldsOf(customFields['integration']);
  const projectName = textOf(fieldsOf(project)['name']);
  const { name: cycleName, number } = fieldsOf(cycle);
  const identifier = textOf(fieldsOf(parent)['identifier']);
  return {
    teamId: textOf(fieldsOf(team)['id']),
    updatedAt: textOf(updatedAt),
    project: projectName === null ? null : { name: projectName },
    cycle: cycle ? { name: textOf(cycleName), number: typeof number === 'number' ? number : null } : null,
    parent: identifier === null ? null : { identifier },
    previousIdentifiers: Array.isArray(previousIdentifiers)
      ? previousIdentifiers.filter((each) => typeof each === 'string')
      : [],
  };
}

export function cycleName({ cycle }: Integration): string | null {
  if (!cycle) return null;
  return cycle.name ?? (cycle.number === null ? null : `Cycle ${cycle.number}`);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
