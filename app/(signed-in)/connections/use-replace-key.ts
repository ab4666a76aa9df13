'use client';

import { useState } from 'react';
import { toast } from '@/app/_ui/toast';
import type { Connection, LinearError, TestResult } from '@/lib/contracts/connection';
import { useChangeConnection } from './use-change-connection';
import { useTestKey } from './use-test-key';

/** Tests a key and saves it when it is as good as the old one; when it sees less, a person decides. */
export function useReplaceKey(connection: Connection, onDone: () => void) {
  const [apiKey, setApiKey] = useState('');
  const [failure, setFailure] = useState<LinearError | null>(null);
  const [hiddenTeams, setHiddenTeams] = useState<string[] | null>(null);
  const test = useTestKey();
  const change = useChangeConnection(connection.id);

  function save(owner: string) {
    change.mutate(
      { change: { apiKey } },
      {
        onSuccess: () => {
          toast.success('Key replaced.', { description: `It belongs to ${owner}.` });
          onDone();
        },
      },
    );
  }

  function weigh(result: TestResult) {
    const refusal = findRefusal(result, connection);
    setFailure(refusal);
    if (refusal || !result.ok) return;
    const hidden = findHiddenTeams(result, connection);
    if (hidden.length > 0) setHiddenTeams(hidden);
    else save(result.viewer.name);
  }

  return {
    apiKey,
    setApiKey: (next: string) => {
      setApiKey(next);
      setFailure(null);
      setHiddenTeams(null);
    },
    submit: () => {
      if (apiKey.trim() === '' || test.isPending || change.isPending) return;
      change.reset();
      setHiddenTeams(null);
      test.mutate({ apiKey }, { onSuccess: weigh });
    },
    saveAnyway: () => save(test.data?.ok ? test.data.viewer.name : ''),
    isBusy: test.isPending || change.isPending,
    failure,
    hiddenTeams,
    error: test.error ?? change.error,
  };
}

function findRefusal(result: TestResult, { workspace }: Connection): LinearError | null {
  if (!result.ok) return result.error;
  if (result.workspace.id === workspace.id) return null;
  return {
    code: 'linear_wrong_workspace',
    message: `This key belongs to ${result.workspace.name}, not to ${workspace.name}.`,
    hint: `Paste a key of ${workspace.name}, or connect ${result.workspace.name} as a new connection.`,
  };
}

function findHiddenTeams(result: Extract<TestResult, { ok: true }>, { teams }: Connection): string[] {
  const seen = new Set(result.teams.map((team) => team.id));
  return teams.filter((team) => team.selected && team.visible && !seen.has(team.id)).map((team) => team.name);
}
