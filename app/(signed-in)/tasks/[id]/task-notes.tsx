'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { readError } from '@/app/_ui/read-error';
import { Section } from '@/app/_ui/section';
import { Textarea } from '@/app/_ui/textarea';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import type { Task } from '@/lib/contracts/task';
import { type NotesState, useTaskNotes } from './use-task-notes';

const marks: Record<NotesState, string> = {
  clean: '',
  unsaved: 'Not saved yet',
  saving: 'Saving',
  saved: 'Saved',
  failed: 'Not saved. Your text is kept in this browser tab.',
  too_long: 'Too long to save: use at most 20,000 characters.',
};

/** Plain text, ours on every task. */
export function TaskNotes({ task }: { task: Task }) {
  const { text, setText, save, saveAgain, state, error } = useTaskNotes(task);
  const field = useNotesFocus(task);
  const isBad = state === 'failed' || state === 'too_long';
  return (
    <Section
      title="Notes"
      actions={
        <>
          <span role="status" className={isBad ? 'text-danger text-xs' : 'text-faint text-xs'}>
            {marks[state]}
            {state === 'failed' && ` ${readError(error).message ?? ''}`}
          </span>
          {state === 'failed' && (
            <Button size="sm" onClick={saveAgain}>
              Save again
            </Button>
          )}
        </>
      }
    >
      <Textarea
        ref={field}
        id="notes"
        aria-label="Notes"
        aria-invalid={isBad || undefined}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        placeholder="What others should know when they track time here"
        className="max-h-[60vh] min-h-32"
      />
    </Section>
  );
}

/** "e" in a list, or here: of an imported task the notes are what can be edited. */
function useNotesFocus({ source }: Task) {
  const field = useRef<HTMLTextAreaElement>(null);
  const focus = () => field.current?.focus();
  useShortcuts([{ keys: 'e', label: 'Edit the notes', group: 'This page', run: focus }], {
    enabled: source === 'linear',
  });
  useEffect(() => {
    if (window.location.hash === '#notes') field.current?.focus();
  }, []);
  return field;
}
