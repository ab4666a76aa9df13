'use client';

import { useState } from 'react';
import { focusFirstInvalid } from '@/app/_ui/focus-first-invalid';
import { ApiError } from '@/lib/browser/api-error';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import { newId } from '@/lib/kit/new-id';
import { emptyIssue, type IssueDraft } from './issue-draft';
import { troubleOf } from './issue-trouble';
import { useDraft } from './use-draft';

type Errors = Partial<Record<string, string>>;

type Options<Made> = {
  /** Under which the draft is kept. */
  name: string;
  first: Partial<IssueDraft>;
  check: (draft: IssueDraft) => Errors;
  send: (draft: IssueDraft, idempotencyKey: string) => Promise<Made>;
  onMade: (made: Made) => void;
};

/** A new issue that is being written and made once: the same call again makes nothing twice. */
export function useNewIssue<Made>({ name, first, check, send, onMade }: Options<Made>) {
  const [stored, setStored] = useDraft(name);
  const [key, setKey] = useDraft(`${name}-key`);
  const [writeId, setWriteId] = useDraft(`${name}-write`);
  const [errors, setErrors] = useState<Errors>({});
  const [isSending, setIsSending] = useState(false);
  const draft =
    stored === null ? emptyIssue(first) : { ...emptyIssue({}), ...(JSON.parse(stored) as Partial<IssueDraft>) };

  function forget() {
    setKey(null);
    setWriteId(null);
  }
  function clear() {
    setStored(null);
    forget();
  }
  function change(part: Partial<IssueDraft>) {
    setStored(JSON.stringify({ ...draft, ...part }));
    setErrors((before) => ({ ...before, ...Object.fromEntries(Object.keys(part).map((field) => [field, undefined])) }));
    // Another content is another issue.
    if (writeId === null) setKey(null);
  }
  async function submit() {
    const faults = check(draft);
    setErrors(faults);
    const isFaulty = Object.keys(faults).length > 0;
    if (isFaulty) focusFirstInvalid();
    if (isFaulty || isSending || writeId !== null) return;
    const idempotencyKey = key ?? newId();
    setKey(idempotencyKey);
    setIsSending(true);
    try {
      const made = await send(draft, idempotencyKey);
      clear();
      onMade(made);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'unknown') setWriteId(trouble.writeId);
      if (trouble.kind === 'refused') {
        setErrors(errorsOf(error, trouble.message));
        focusFirstInvalid();
      }
    } finally {
      setIsSending(false);
    }
  }
  /** A look has told the end of what was lost. */
  function settle({ status }: LinearWrite) {
    if (status === 'done') clear();
    else {
      forget();
      setErrors({ all: 'Linear has not made it. Try again.' });
    }
  }
  return { draft, change, errors, submit: () => void submit(), isSending, writeId, settle, clear };
}

export type NewIssue = Pick<ReturnType<typeof useNewIssue>, 'draft' | 'change' | 'errors'>;

const shownAtField = [
  'team',
  'title',
  'description',
  'stateId',
  'assigneeId',
  'estimate',
  'dueDate',
  'cycleId',
  'labelIds',
];

function errorsOf(error: unknown, message: string): Errors {
  const ofFields = error instanceof ApiError ? error.fieldErrors : {};
  const known = Object.entries(ofFields).filter(([path]) => shownAtField.includes(path));
  return known.length > 0 ? Object.fromEntries(known) : { all: message };
}
