'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSaveTask } from '@/app/(signed-in)/tasks/use-save-task';
import type { Task } from '@/lib/contracts/task';
import { longestNotes } from '@/lib/contracts/values';
import { readDraft, writeDraft } from './notes-draft';

const pauseMilliseconds = 800;

export type NotesState = 'clean' | 'unsaved' | 'saving' | 'saved' | 'failed' | 'too_long';

/**
 * Notes save themselves when the typing rests, when the field is left, and when the page is. Until the server has them,
 * they are in the browser's session store too: a failed save, a reload or a sign-out in between loses nothing.
 */
export function useTaskNotes(task: Task) {
  const stored = task.notes ?? '';
  const [text, setText] = useState(() => readDraft(task.id) ?? stored);
  const [base, setBase] = useState(stored);
  const { mutate, isPending, isSuccess, error } = useSaveTask();
  /** What was sent last. The same is not sent twice by itself: not after a refusal, and not if it came back altered. */
  const sent = useRef<string | null>(null);
  const isChanged = text !== base;
  const isTooLong = text.length > longestNotes;

  if (stored !== base) {
    // Saved by us, or changed by someone else: only what nobody is typing over is replaced.
    setBase(stored);
    if (!isChanged) setText(stored);
  }

  function send() {
    sent.current = text;
    mutate({ taskId: task.id, change: { notes: text === '' ? null : text } });
  }
  function save() {
    if (isChanged && !isTooLong && !isPending && sent.current !== text) send();
  }
  const saveByItself = useEffectEvent(save);

  useEffect(() => {
    if (base !== sent.current) sent.current = null;
  }, [base]);
  useEffect(() => writeDraft(task.id, isChanged ? text : null), [task.id, isChanged, text]);
  // What was typed while a save was under way is saved when that has ended.
  useEffect(() => {
    if (isPending || text === base) return;
    const timer = setTimeout(() => saveByItself(), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text, base, isPending]);
  useEffect(() => () => saveByItself(), []);
  useEffect(() => (isChanged ? guardLeaving() : undefined), [isChanged]);

  const state = stateOf({ isChanged, isTooLong, isPending, isFailed: error !== null, isSaved: isSuccess });
  return { text, setText, save, saveAgain: send, state, error };
}

type Flags = Record<'isChanged' | 'isTooLong' | 'isPending' | 'isFailed' | 'isSaved', boolean>;

function stateOf({ isChanged, isTooLong, isPending, isFailed, isSaved }: Flags): NotesState {
  if (isTooLong) return 'too_long';
  if (isPending) return 'saving';
  if (isChanged) return isFailed ? 'failed' : 'unsaved';
  return isSaved ? 'saved' : 'clean';
}

/** The session store ends with the tab: before that, the browser asks. */
function guardLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
