import { z } from 'zod';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';

const person = z.object({ email: z.string() }).nullable();
const nodes = <Node extends z.ZodType>(node: Node) =>
  z.object({ nodes: z.array(node) }).transform((list) => list.nodes);
const named = z.object({ name: z.string() });

const issueQuery = `query IssueAtLinear($id: String!) {
  issue(id: $id) {
    id identifier title description priority estimate dueDate archivedAt
    team { key } state { name } assignee { email } cycle { number }
    labels(first: 10) { nodes { name } }
    comments(first: 10) { nodes { body } }
    relations(first: 10) { nodes { type relatedIssue { title } } }
    inverseRelations(first: 10) { nodes { type issue { title } } }
    attachments(first: 10) { nodes { id title subtitle url metadata } }
  }
}`;

const issueAnswer = z.object({
  data: z.object({
    issue: z.object({
      id: z.string(),
      identifier: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      priority: z.number(),
      estimate: z.number().nullable(),
      dueDate: z.string().nullable(),
      archivedAt: z.string().nullable(),
      team: z.object({ key: z.string() }),
      state: named,
      assignee: person,
      cycle: z.object({ number: z.number() }).nullable(),
      labels: nodes(named),
      comments: nodes(z.object({ body: z.string() })),
      relations: nodes(z.object({ type: z.string(), relatedIssue: z.object({ title: z.string() }) })),
      inverseRelations: nodes(z.object({ type: z.string(), issue: z.object({ title: z.string() }) })),
      attachments: nodes(
        z.object({
          id: z.string(),
          title: z.string(),
          subtitle: z.string().nullable(),
          url: z.string(),
          metadata: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
});

/** The issue as Linear itself has it, whatever Trackline says. By UUID or identifier. */
export async function issueAtLinear(linear: RunningSimulator, id: string | null) {
  const answer = await fetch(linear.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: linear.apiKey },
    body: JSON.stringify({ query: issueQuery, variables: { id } }),
  });
  return issueAnswer.parse(await answer.json()).data.issue;
}
