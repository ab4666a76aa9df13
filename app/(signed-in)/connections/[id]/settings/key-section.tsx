'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { ReplaceKeyDialog } from '@/app/(signed-in)/connections/replace-key-dialog';
import type { Connection } from '@/lib/contracts/connection';

export function KeySection({ connection }: { connection: Connection }) {
  const [isOpen, setIsOpen] = useState(false);
  const { workspace, keyHint, keyOwner } = connection;
  return (
    <Section
      title="API key"
      description="Stored sealed; nobody can read it here again."
      actions={<Button onClick={() => setIsOpen(true)}>Replace key</Button>}
    >
      <Panel className="py-2">
        <DefinitionList>
          <Definition term="Workspace">
            {workspace.name} <span className="text-faint">linear.app/{workspace.urlKey}</span>
          </Definition>
          <Definition term="Key">
            <span className="font-mono text-xs">{keyHint}</span>
          </Definition>
          <Definition term="Key of">
            {keyOwner.name} <span className="text-faint">{keyOwner.email}</span>
          </Definition>
        </DefinitionList>
      </Panel>
      <ReplaceKeyDialog connection={connection} open={isOpen} onOpenChange={setIsOpen} />
    </Section>
  );
}
