import { Callout } from './callout';

/** Why a form as a whole was not taken: `form.formState.errors.root?.server?.message`. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Callout tone="danger" live>
      {message}
    </Callout>
  );
}
