'use client';

import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/app/_ui/icon-button';
import { ConflictDialog } from './conflict-dialog';
import { FieldEditor } from './field-editor';
import type { IssuePartProps } from './issue-properties';
import { useFocusAfter } from './use-focus-after';
import { useLiveIssue } from './use-live-issue';
import { useTextField } from './use-text-field';

/** The page's title, and the way to change it. */
export function OpenIssueTitle({ task, children }: IssuePartProps & { children: ReactNode }) {
  const live = useLiveIssue(task);
  const field = useTextField(task, 'title', live.data);
  const box = useFocusAfter(field.isOpen);
  const isEditable = task.sourceState !== 'trashed' && live.data !== undefined;
  return (
    <>
      {field.isOpen ? (
        <FieldEditor field={field} label="Title" isOneLine rows={1} />
      ) : (
        <span ref={box} className="flex items-start gap-1">
          <span className="min-w-0">{children}</span>
          {isEditable && (
            <IconButton
              label={field.hasDraft ? 'Edit the title (not saved yet)' : 'Edit the title'}
              size="sm"
              icon={<Pencil aria-hidden className={field.hasDraft ? 'text-accent-text' : undefined} />}
              onClick={field.open}
              className="shrink-0 pointer-coarse:-my-2"
            />
          )}
        </span>
      )}
      <ConflictDialog {...field.conflict} options={undefined} />
    </>
  );
}
