'use client';

import type { LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { useOpenPart } from './issue-desk';
import { useDraft } from './use-draft';
import { useIssueWrite } from './use-issue-write';
import { useOpenWrites } from './use-open-writes';

type TextField = 'title' | 'description';

export type TextFieldState = ReturnType<typeof useTextField>;

/** Title or description, edited in its place. What is typed is kept until Linear has taken it, or it is given up. */
export function useTextField(task: Task, field: TextField, live: LiveIssue | undefined) {
  const issue = useIssueWrite(task.id);
  const { isOpen, setIsOpen } = useOpenPart(field);
  const [draft, setDraft] = useDraft(`${field}-${task.id}`);
  const [base, setBase] = useDraft(`${field}-base-${task.id}`);
  const stored = live?.fields[field] ?? '';
  const isMaybeDone = useOpenWrites(task.id).some(({ kind }) => kind === 'update');

  function end() {
    setDraft(null);
    setBase(null);
    setIsOpen(false);
  }
  async function save() {
    if (draft === null || draft === stored) return end();
    const orNull = (text: string) => (field === 'description' && text === '' ? null : text);
    const finished = await issue.write({
      set: { [field]: orNull(draft) },
      base: { [field]: orNull(base ?? stored) },
    });
    if (finished === 'done') end();
  }
  return {
    isOpen: isOpen && live !== undefined,
    open: () => setIsOpen(true),
    giveUp: end,
    leave: () => setIsOpen(false),
    text: draft ?? stored,
    hasDraft: draft !== null && draft !== stored,
    type: (text: string) => {
      // What the person saw when they began is what their text is a change of.
      if (draft === null) setBase(stored);
      setDraft(text);
    },
    save: () => void save(),
    isSaving: issue.pending.length > 0,
    isBlocked: isMaybeDone,
    trouble: issue.troubles[field],
    conflict: {
      conflicts: issue.clash?.conflicts ?? null,
      onMine: () => void issue.writeMine()?.then((finished) => finished === 'done' && end()),
      onTheirs: () => {
        issue.keepTheirs();
        end();
      },
      onClose: issue.keepTheirs,
    },
  };
}
