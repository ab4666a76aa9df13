'use client';

import { Coins, Ellipsis, KeyRound, Shield, ShieldOff, UserCheck, UserX } from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/app/_ui/dropdown-menu';
import { IconButton } from '@/app/_ui/icon-button';
import type { Member } from '@/lib/contracts/person';
import { useSetRole } from './use-set-role';

type MemberMenuProps = {
  member: Member;
  isYou: boolean;
  onRate: () => void;
  onResetLink: () => void;
  onChangeActivity: () => void;
};

export function MemberMenu({ isYou, onRate, ...rest }: MemberMenuProps) {
  return (
    <DropdownMenu
      trigger={<IconButton size="sm" label={`Actions for ${rest.member.name}`} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem icon={<Coins aria-hidden />} onSelect={onRate}>
        Hourly rate…
      </MenuItem>
      {/* Nobody changes their own role or locks themselves out. */}
      {!isYou && <AccessItems {...rest} />}
    </DropdownMenu>
  );
}

function AccessItems({ member, onResetLink, onChangeActivity }: Omit<MemberMenuProps, 'isYou' | 'onRate'>) {
  const setRole = useSetRole(member);
  const isActive = member.state === 'active';
  const isAdmin = member.role === 'admin';
  return (
    <>
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
    </>
  );
}
