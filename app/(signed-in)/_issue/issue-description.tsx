'use client';

import { Pencil } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Section } from '@/app/_ui/section';
import type { LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { ConflictDialog } from './conflict-dialog';
import { FieldEditor } from './field-editor';
import { IssueText } from './issue-text';
import { useFocusAfter } from './use-focus-after';
import { useTextField } from './use-text-field';

/** Read as Linear shows it, written as Markdown. */
export function IssueDescription({ task, live }: { task: Task; live: LiveIssue }) {
  const field = useTextField(task, 'description', live);
  const box = useFocusAfter(field.isOpen);
  const stored = live.fields.description ?? '';
  return (
    <Section
      title="Description"
      actions={
        <span ref={box}>
          {!field.isOpen && task.sourceState !== 'trashed' && (
            <Button size="sm" onClick={field.open}>
              <Pencil aria-hidden />
              {field.hasDraft ? 'Go on editing' : 'Edit'}
            </Button>
          )}
        </span>
      }
    >
      {field.isOpen ? (
        <FieldEditor field={field} label="Description" canBeEmpty hint="Markdown" rows={6} />
      ) : stored === '' ? (
        <p className="text-muted text-sm">No description.</p>
      ) : (
        <IssueText text={stored} />
      )}
      <ConflictDialog {...field.conflict} options={undefined} />
    </Section>
  );
}
