import { z } from 'zod';

const named = z.object({ name: z.string() });

/** What a sync keeps for other programs, of which the screen shows a part. A person may have edited the JSON. */
const integration = z.object({
  project: named.nullable().catch(null),
  cycle: z
    .object({ name: z.string().nullable().catch(null), number: z.number().nullable().catch(null) })
    .nullable()
    .catch(null),
  parent: z.object({ identifier: z.string() }).nullable().catch(null),
  previousIdentifiers: z.array(z.string()).catch([]),
});
export type Integration = z.infer<typeof integration>;

const nothing: Integration = { project: null, cycle: null, parent: null, previousIdentifiers: [] };

export function readIntegration(customFields: Record<string, unknown>): Integration {
  return integration.catch(nothing).parse(customFields['integration']);
}

export function cycleName({ cycle }: Integration): string | null {
  if (!cycle) return null;
  return cycle.name ?? (cycle.number === null ? null : `Cycle ${cycle.number}`);
}
