'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { CreateTokenDialog } from './create-token-dialog';
import { ExampleCall } from './example-call';
import { TokensTable } from './tokens-table';
import { useTokens } from './use-tokens';

export function TokensScreen() {
  const [isCreating, setIsCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New token
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title="API tokens"
        description="For scripts and other tools. A token acts as you; give each tool its own."
        actions={create}
      >
        <Panel flush>
          <TokenList onCreate={() => setIsCreating(true)} />
        </Panel>
      </Section>
      <ExampleCall />
      <CreateTokenDialog open={isCreating} onOpenChange={setIsCreating} />
    </div>
  );
}

function TokenList({ onCreate }: { onCreate: () => void }) {
  const tokens = useTokens();
  if (tokens.isPending) return <SkeletonRows rows={3} label="Loading tokens" />;
  if (tokens.isError) {
    return (
      <ErrorState
        title="The tokens could not be loaded."
        error={tokens.error}
        onRetry={() => tokens.refetch()}
        isRetrying={tokens.isFetching}
      />
    );
  }
  if (tokens.data.items.length === 0) {
    return (
      <EmptyState
        title="No API tokens yet."
        description="Make one to call the API from a script."
        action={<Button onClick={onCreate}>New token</Button>}
      />
    );
  }
  return <TokensTable tokens={tokens.data.items} />;
}
