'use client';

import { useId } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { Combobox } from '@/app/_ui/combobox';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useMembers } from '@/app/(signed-in)/settings/members/use-members';

type PersonSelectProps = { userId: string | undefined; onChange: (userId: string) => void };

/** Whose time is shown; for admins. */
export function PersonSelect({ userId, onChange }: PersonSelectProps) {
  const id = useId();
  const me = usePerson();
  const { data } = useMembers();
  const others = (data?.items ?? []).filter(({ id }) => id !== me.id);
  const options = [
    { value: me.id, label: me.name, hint: 'You', icon: <Avatar name={me.name} size="sm" /> },
    ...others.map(({ id, name, state }) => ({
      value: id,
      label: name,
      hint: state === 'deactivated' ? 'Deactivated' : undefined,
      icon: <Avatar name={name} size="sm" />,
    })),
  ];
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Whose time
      </label>
      <Combobox
        id={id}
        options={options}
        value={userId ?? me.id}
        onChange={onChange}
        searchLabel="Find a person"
        className="w-52 text-sm"
      />
    </>
  );
}
