'use client';

import type { UseFormReturn } from 'react-hook-form';
import type { NewConnectionForm, NewConnectionFormInput } from '@/app/(signed-in)/connections/connection-form';
import { placeErrors } from '@/app/(signed-in)/connections/place-errors';

/** Puts the server's refusal at the fields that it names. */
export function usePlacedErrors(form: UseFormReturn<NewConnectionFormInput, unknown, NewConnectionForm>) {
  return (error: unknown) => {
    for (const { field, message } of placeErrors(error)) form.setError(field, { type: 'server', message });
  };
}
