import 'client-only';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from './api-error';

type FormParts<T extends FieldValues> = Pick<UseFormReturn<T>, 'setError' | 'getValues'>;

/**
 * Puts what the API refused at the fields it is about, and the rest at the form as a whole (`errors.root.server`).
 * Nothing typed is lost.
 */
export function showFormErrors<T extends FieldValues>(form: FormParts<T>, error: unknown): void {
  const fieldErrors = error instanceof ApiError ? Object.entries(error.fieldErrors) : [];
  const values = form.getValues();
  const known = fieldErrors.filter(([path]) => hasPath(values, path));
  const unknown = fieldErrors.filter(([path]) => !hasPath(values, path));
  known.forEach(([path, message], index) => {
    const hint = fieldErrors.length === 1 && error instanceof ApiError ? error.problem?.hint : undefined;
    const text = hint ? `${message} ${hint}` : message;
    form.setError(path as FieldPath<T>, { type: 'server', message: text }, { shouldFocus: index === 0 });
  });
  if (known.length > 0 && unknown.length === 0) return;
  form.setError('root.server', { type: 'server', message: formMessage(error, unknown) });
}

function formMessage(error: unknown, unknownFields: [string, string][]): string {
  if (!(error instanceof ApiError)) return 'Something unexpected happened. Try again.';
  const details = unknownFields.map(([path, message]) => (path === '' ? message : `${path}: ${message}`));
  // A refusal explains itself; a failure of ours needs the id under which the log has it.
  const request = error.status >= 500 && error.requestId ? [`Request ${error.requestId}`] : [];
  return [error.message, ...details, ...request].join(' ');
}

/** `a.0.b` leads somewhere in the form's values. */
function hasPath(values: unknown, path: string): boolean {
  let place = values;
  for (const name of path.split('.')) {
    if (typeof place !== 'object' || place === null || !(name in place)) return false;
    place = Reflect.get(place, name);
  }
  return true;
}
