'use client';

import { Pencil } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Section } from '@/app/_ui/section';
import { FoldedText } from '@/app/(signed-in)/tasks/[id]/folded-text';
import type { LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { ConflictDialog } from './conflict-dialog';
import { TextEditor } from './text-editor';
import { useFocusAfter } from './use-focus-after';
import { useTextField } from './use-text-field';

/** Linear's Markdown as it is written: a text, never HTML. */
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
        <TextEditor
          autoFocus
          label="Description"
          value={field.text}
          onChange={field.type}
          onSave={field.save}
          onCancel={field.giveUp}
          onLeave={field.leave}
          saveLabel="Save"
          isSaving={field.isSaving}
          isBlocked={field.isBlocked}
          canBeEmpty
          trouble={field.trouble}
          hint="Markdown"
          rows={6}
        />
      ) : stored === '' ? (
        <p className="text-muted text-sm">No description.</p>
      ) : (
        <div className="max-w-prose whitespace-pre-wrap text-ink text-sm">
          <FoldedText text={stored} />
        </div>
      )}
      <ConflictDialog {...field.conflict} options={undefined} />
    </Section>
  );
}
