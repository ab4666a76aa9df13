'use client';

import { Controller, type UseFormReturn } from 'react-hook-form';
import { Combobox } from '@/app/_ui/combobox';
import { Field } from '@/app/_ui/field';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useMembers } from '@/app/(signed-in)/settings/members/use-members';
import type { EntryFields } from './entry-fields';

type PersonFieldProps = { form: UseFormReturn<EntryFields> };

/** Admins add time for others too. */
export function PersonField(props: PersonFieldProps) {
  return usePerson().role === 'admin' ? <ForAdmins {...props} /> : null;
}

function ForAdmins({ form }: PersonFieldProps) {
  const { id: ownId } = usePerson();
  const { data } = useMembers();
  const members = (data?.items ?? []).filter(({ state }) => state === 'active');
  const options = members.map(({ id, name, email }) => ({
    value: id,
    label: id === ownId ? `${name} (you)` : name,
    hint: email,
  }));
  // One alone has nobody to choose.
  if (options.length < 2) return null;
  return (
    <Controller
      control={form.control}
      name="userId"
      render={({ field, fieldState }) => (
        <Field label="Person" error={fieldState.error?.message}>
          <Combobox
            options={options}
            value={field.value || ownId}
            onChange={(userId) => field.onChange(userId === ownId ? '' : userId)}
            searchLabel="Find a person"
          />
        </Field>
      )}
    />
  );
}
