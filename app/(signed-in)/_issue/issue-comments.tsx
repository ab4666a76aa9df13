'use client';

import { useEffect, useRef } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { ExternalLink } from '@/app/_ui/external-link';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { IssueComment, LiveIssue, WriteTarget } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { closeIssuePart, useIssuePart } from './issue-desk';
import { IssueText } from './issue-text';
import { OpenWrites } from './open-writes';
import { TextEditor } from './text-editor';
import { useCommentDraft } from './use-comment-draft';

type IssueCommentsProps = { task: Task; target: WriteTarget; live: LiveIssue };

export function IssueComments({ task, target, live }: IssueCommentsProps) {
  return (
    <Section title="Comments">
      {live.comments.length > 0 && (
        <ol className="flex flex-col gap-3">
          {live.comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      <OpenWrites taskId={task.id} kinds={['comment']} />
      {task.sourceState === 'trashed' ? null : <Composer task={task} target={target} />}
    </Section>
  );
}

export function Comment({ comment: { user, body, url, createdAt } }: { comment: IssueComment }) {
  const name = user?.name ?? 'Somebody';
  return (
    <li className="flex gap-2 text-sm">
      <Avatar name={name} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium text-ink">{name}</span>
          <RelativeTime at={createdAt} className="text-faint text-xs" />
          <ExternalLink href={url} className="ml-auto text-xs">
            Linear
          </ExternalLink>
        </p>
        <IssueText text={body} />
      </div>
    </li>
  );
}

function Composer({ task, target }: Pick<IssueCommentsProps, 'task' | 'target'>) {
  const draft = useCommentDraft(task.id);
  const { email } = usePerson();
  const box = useCommentFocus();
  const isMe = target.writesAs.email.toLowerCase() === email.toLowerCase();
  return (
    <div ref={box}>
      <TextEditor
        label="Comment"
        placeholder="Write a comment"
        value={draft.text}
        onChange={draft.type}
        onSave={draft.send}
        saveLabel="Comment"
        isSaving={draft.isSending}
        isBlocked={draft.isUnknown}
        trouble={draft.trouble}
        hint={isMe ? undefined : `Linear shows ${target.writesAs.name} as the author.`}
      />
    </div>
  );
}

/** From the palette. */
function useCommentFocus() {
  const box = useRef<HTMLDivElement>(null);
  const part = useIssuePart();
  useEffect(() => {
    if (part !== 'comment') return;
    box.current?.querySelector('textarea')?.focus();
    closeIssuePart('comment');
  }, [part]);
  return box;
}
