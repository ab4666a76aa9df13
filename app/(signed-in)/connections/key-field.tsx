'use client';

import { Field } from '@/app/_ui/field';
import { PasswordInput } from '@/app/_ui/password-input';

type KeyFieldProps = {
  value: string;
  onChange: (key: string) => void;
  label?: string;
  error?: string | undefined;
  disabled?: boolean;
};

/** Has no name on purpose: a form that is sent before the page has woken up must not carry the key anywhere. */
export function KeyField({ value, onChange, label = 'Linear API key', error, disabled = false }: KeyFieldProps) {
  return (
    <Field label={label} error={error}>
      <PasswordInput
        what="API key"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        placeholder="lin_api_…"
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        disabled={disabled}
        className="font-mono"
      />
    </Field>
  );
}
