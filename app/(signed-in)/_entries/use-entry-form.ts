'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { draftFields, type EntryDraft, type EntryFields, fieldsOf, subjectFields } from './entry-fields';
import { changeOf, entryForm, inputOf } from './entry-form-values';
import type { Subject } from './subject';
import { storedTimes } from './typed-span';
import { useBillableDefault } from './use-billable-default';
import { type SaveEntry, useSaveEntry } from './use-save-entry';

type Options = {
  /** Null adds one. */
  entry: TimeEntry | null;
  draft: EntryDraft;
  /** With null as long as it waits in this browser for the network. */
  onSaved: (entry: TimeEntry | null) => void;
};

export function useEntryForm({ entry, draft, onSaved }: Options) {
  const person = usePerson();
  const timeZone = entry?.timeZone ?? draft.timeZone ?? person.timeZone;
  const [subject, setSubject] = useState<Subject | null>(entry ?? draft.subject ?? null);
  const [{ defaultValues, stored }] = useState(() => filled({ entry, draft, timeZone }));
  const form = useForm<EntryFields>({ resolver: zodResolver(entryForm({ stored, timeZone })), defaultValues });
  const save = useSaveEntry();
  const { dirtyFields } = form.formState;
  useOfferedBillable({ form, isWanted: entry === null && draft.billable === undefined });

  function chooseSubject(chosen: Subject) {
    setSubject(chosen);
    for (const [field, value] of Object.entries(subjectFields(chosen)))
      form.setValue(field as 'taskId' | 'projectId', value, { shouldDirty: true });
    form.clearErrors(['taskId', 'projectId']);
  }
  const submit = form.handleSubmit((fields) => {
    const touched = { ...dirtyFields, ...(draft.billable !== undefined && { billable: true }) };
    const context = { stored, timeZone, touched };
    const saved: SaveEntry = entry
      ? { entry, change: changeOf(entry, fields, context), subject }
      : { entry, input: inputOf(fields, context) };
    if (saved.entry && Object.keys(saved.change).length === 0) return onSaved(saved.entry);
    save.mutate(saved, { onSuccess: onSaved, onError: (error) => showFormErrors(form, error) });
  });
  return { form, submit, subject, chooseSubject, timeZone, entry, stored, isSaving: save.isPending };
}

/** What the form starts with, as of its opening. */
function filled({ entry, draft, timeZone }: Pick<Options, 'entry' | 'draft'> & { timeZone: string }) {
  const defaultValues = entry ? fieldsOf(entry) : draftFields(draft, { timeZone, now: Date.now() });
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const times = entry ?? { startedAt: iso(draft.start), endedAt: iso(draft.end) };
  return { defaultValues, stored: storedTimes(defaultValues, times) };
}

export type EntryFormState = ReturnType<typeof useEntryForm>;

type Offer = { form: ReturnType<typeof useForm<EntryFields>>; isWanted: boolean };

/** Follows the task or project until the person decides otherwise. */
function useOfferedBillable({ form, isWanted }: Offer) {
  const [taskId, projectId] = form.watch(['taskId', 'projectId']);
  const offered = useBillableDefault({ taskId, projectId });
  const { isDirty } = form.getFieldState('billable', form.formState);
  useEffect(() => {
    // As its default, so that it only counts as touched when the person differs.
    if (isWanted && offered !== undefined && !isDirty) form.resetField('billable', { defaultValue: offered });
  }, [form, isWanted, isDirty, offered]);
}
