'use client';

import type { FieldErrors } from 'react-hook-form';
import type { EntryFields } from './entry-fields';

const labels = { on: 'Day', startedAt: 'Start', endedAt: 'End', durationSeconds: 'Duration' } as const;
const fields = ['on', 'startedAt', 'endedAt', 'durationSeconds'] as const;
type SpanField = (typeof fields)[number];

export type SpanFault = { field: SpanField; id: string; message: string };

export function spanFaults(errors: FieldErrors<EntryFields>, idPrefix: string): SpanFault[] {
  return fields.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ field, id: `${idPrefix}-${field}`, message }] : [];
  });
}

/** Ties an input to its fault. */
export function faultProps(faults: readonly SpanFault[], name: SpanField) {
  const fault = faults.find(({ field }) => field === name);
  return fault ? { 'aria-invalid': true as const, 'aria-describedby': fault.id } : {};
}

/** Below all of them: four fields stand side by side, and a sentence does not fit under one. */
export function SpanFaults({ faults }: { faults: readonly SpanFault[] }) {
  return faults.map(({ field, id, message }) => (
    <p key={field} id={id} role="alert" className="text-danger text-xs">
      {labels[field]}: {message}
    </p>
  ));
}
