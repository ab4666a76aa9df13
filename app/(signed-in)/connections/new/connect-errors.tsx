'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { Callout } from '@/app/_ui/callout';
import { readError } from '@/app/_ui/read-error';
import { placeErrors } from '@/app/(signed-in)/connections/place-errors';
import type { NewConnectionFormApi } from './later-steps';

type ConnectErrorsProps = { form: NewConnectionFormApi; error: Error | null };

/** What is wrong with the form as a whole, or a word that something above is. */
export function ConnectErrors({ form, error }: ConnectErrorsProps) {
  const hasFieldErrors = Object.keys(form.formState.errors).length > 0;
  if (hasFieldErrors && (!error || placeErrors(error).length > 0)) {
    return (
      <Callout tone="danger" title="Something above needs a change." live className="mt-6">
        Nothing was saved. What you typed is still there.
      </Callout>
    );
  }
  if (!error) return null;
  const { message, requestId } = readError(error);
  return (
    <Callout
      tone="danger"
      title="The workspace could not be connected."
      live
      className="mt-6"
      action={
        'code' in error && error.code === 'workspace_already_connected' ? (
          <ButtonLink size="sm" href="/connections">
            See connections
          </ButtonLink>
        ) : undefined
      }
    >
      {message}
      {requestId && <span className="block select-all text-faint text-xs">Request {requestId}</span>}
    </Callout>
  );
}
