'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { IssueComment, LiveIssue } from '@/lib/contracts/linear-write';
import { newId } from '@/lib/kit/new-id';
import { troubleOf } from './issue-trouble';
import { refreshIssue, refreshWritten } from './refresh-issue';
import { useDraft } from './use-draft';
import { useWrites } from './use-open-writes';

/** A comment that is being written and sent once: one key for one text, and none again while its end is unknown. */
export function useCommentDraft(taskId: string) {
  const client = useQueryClient();
  const [text, setText] = useDraft(`comment-${taskId}`);
  const [key, setKey] = useDraft(`comment-key-${taskId}`);
  const [writeId, setWriteId] = useDraft(`comment-write-${taskId}`);
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const lost = useWrites(taskId).find(({ id }) => id === writeId);

  function clear() {
    setText(null);
    forget();
  }
  function forget() {
    setKey(null);
    setWriteId(null);
  }
  const settle = useEffectEvent(() => {
    if (lost?.status === 'done') clear();
    if (lost?.status !== 'refused') return;
    forget();
    setTrouble('Linear has not done it. Try again.');
  });
  useEffect(() => {
    if (lost?.status) settle();
  }, [lost?.status]);

  async function send() {
    const body = text?.trim() ?? '';
    if (body === '' || isSending) return;
    const idempotencyKey = key ?? newId();
    setKey(idempotencyKey);
    setIsSending(true);
    setTrouble(undefined);
    try {
      const path = `/api/v1/tasks/${taskId}/comments`;
      const comment = await api.post<IssueComment>(path, { body }, { idempotencyKey });
      client.setQueryData<LiveIssue>(keys.linearWrite.issue(taskId), (live) => live && withComment(live, comment));
      clear();
      void refreshWritten(client, taskId);
    } catch (error) {
      void refreshIssue(client, taskId);
      const found = troubleOf(error);
      if (found.kind === 'unknown') setWriteId(found.writeId);
      if (found.kind === 'refused') setTrouble(found.message);
    } finally {
      setIsSending(false);
    }
  }
  return {
    text: text ?? '',
    type: (next: string) => {
      setText(next === '' ? null : next);
      // Another text is another comment.
      if (writeId === null) setKey(null);
    },
    send: () => void send(),
    isSending,
    isUnknown: writeId !== null,
    trouble,
  };
}

function withComment(live: LiveIssue, comment: IssueComment): LiveIssue {
  return { ...live, comments: [...live.comments.filter(({ id }) => id !== comment.id), comment] };
}
