'use client';

import { Ellipsis, KeyRound, Shield, ShieldOff, UserCheck, UserX } from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/app/_ui/dropdown-menu';
import { IconButton } from '@/app/_ui/icon-button';
import type { Member } from '@/lib/contracts/person';
import { useSetRole } from './use-set-role';

type MemberMenuProps = { member: Member; onResetLink: () => void; onChangeActivity: () => void };

export function MemberMenu({ member, onResetLink, onChangeActivity }: MemberMenuProps) {
  const setRole = useSetRole(member);
  const isActive = member.state === 'active';
  const isAdmin = member.role === 'admin';
  return (
    <DropdownMenu
      trigger={<IconButton size="sm" label={`Actions for ${member.name}`} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        icon={isAdmin ? <ShieldOff aria-hidden /> : <Shield aria-hidden />}
        onSelect={() => setRole(isAdmin ? 'member' : 'admin')}
      >
        {isAdmin ? 'Make a member' : 'Make an admin'}
      </MenuItem>
      {isActive && (
        <MenuItem icon={<KeyRound aria-hidden />} onSelect={onResetLink}>
          Reset password…
        </MenuItem>
      )}
      <MenuSeparator />
      {isActive ? (
        <MenuItem danger icon={<UserX aria-hidden />} onSelect={onChangeActivity}>
          Deactivate…
        </MenuItem>
      ) : (
        <MenuItem icon={<UserCheck aria-hidden />} onSelect={onChangeActivity}>
          Reactivate…
        </MenuItem>
      )}
    </DropdownMenu>
  );
}
