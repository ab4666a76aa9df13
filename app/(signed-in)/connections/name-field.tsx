'use client';

import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';

type NameFieldProps = {
  value: string;
  onChange: (name: string) => void;
  workspaceName: string;
  error?: string | undefined;
};

export function NameField({ value, onChange, workspaceName, error }: NameFieldProps) {
  return (
    <Field
      label="Name"
      optional
      error={error}
      hint="The connection's name here. Leave it empty to use the workspace's."
    >
      <Input
        value={value}
        onChange={({ target }) => onChange(target.value)}
        placeholder={workspaceName}
        autoComplete="off"
        maxLength={100}
      />
    </Field>
  );
}
