'use client';

import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { Member, Role } from '@/lib/contracts/person';
import { useChangeMember } from './use-members';

/** Changes the role, and back again on demand. */
export function useSetRole({ id: memberId, name, role: before }: Member): (role: Role) => Promise<void> {
  const { mutateAsync } = useChangeMember();

  async function change(role: Role, onDone?: () => void) {
    try {
      await mutateAsync({ memberId, role });
      onDone?.();
    } catch (error) {
      toastError('The role could not be changed.', error);
    }
  }

  return async (role) => {
    const says = role === 'admin' ? `${name} is an admin now.` : `${name} is a member now.`;
    await change(role, () => toastUndo(says, () => change(before)));
  };
}
