import { CircleCheck } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { Callout } from '@/app/_ui/callout';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { formatCount, plural } from '@/app/_ui/format-number';
import { Panel } from '@/app/_ui/panel';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { TestSuccess } from '@/app/(signed-in)/connections/import-estimate';
import { QuotaFacts } from '@/app/(signed-in)/connections/quota-facts';

/** What the key opened: whose it is, which workspace, and how much it may ask. */
export function TestedWorkspace({ result }: { result: TestSuccess }) {
  const { workspace, viewer, latencyMs, checkedAt, teams, quota, connectedAs } = result;
  return (
    <>
      <Panel className="animate-fade-in py-3">
        <p role="status" className="mb-1 flex items-center gap-2 font-medium text-ink text-sm">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          The key works: {workspace.name}, {plural(teams.length, 'team')}
        </p>
        <DefinitionList>
          <Definition term="Workspace">
            {workspace.name} <span className="text-faint">linear.app/{workspace.urlKey}</span>
          </Definition>
          <Definition term="Key of">
            {viewer.name} <span className="text-faint">{viewer.email}</span>
          </Definition>
          <QuotaFacts quota={quota} />
          <Definition term="Answered">
            <span className="figures">in {formatCount(Math.max(1, latencyMs))} ms</span>
            <span className="text-faint">
              , <RelativeTime at={checkedAt} />
            </span>
          </Definition>
        </DefinitionList>
      </Panel>
      {connectedAs && (
        <Callout
          tone="warning"
          title="This workspace is connected already."
          live
          action={
            <ButtonLink size="sm" href={`/connections/${connectedAs.id}`}>
              Open {connectedAs.name}
            </ButtonLink>
          }
        >
          A workspace has one connection. Change its teams or its key in its settings.
        </Callout>
      )}
    </>
  );
}
