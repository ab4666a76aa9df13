'use client';

import { useState } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { RateSubject } from '@/app/(signed-in)/_money/rate-subject';
import { RatesDialog } from '@/app/(signed-in)/_money/rates-dialog';
import type { Member } from '@/lib/contracts/person';
import { ActivityDialog } from './activity-dialog';
import { MemberMenu } from './member-menu';
import { ResetLinkDialog } from './reset-link-dialog';
import { useMemberRates } from './use-member-rates';

type Asked = { what: 'activity' | 'rate' | 'reset'; member: Member };

export function MembersTable({ members }: { members: readonly Member[] }) {
  const person = usePerson();
  const rateOf = useMemberRates();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Table label="Members">
        <TableHead>
          <Th className="w-full">Member</Th>
          <Th>Role</Th>
          <Th numeric className="hidden sm:table-cell">
            Hourly rate
          </Th>
          <Th className="hidden sm:table-cell">Last seen</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </TableHead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              rate={rateOf(member)}
              isYou={member.id === person.id}
              onAsk={setAsked}
            />
          ))}
        </tbody>
      </Table>
      {asked?.what === 'activity' && <ActivityDialog member={asked.member} onClose={close} />}
      {asked?.what === 'rate' && <RatesDialog subject={rateSubject(asked.member)} view="history" onClose={close} />}
      {asked?.what === 'reset' && <ResetLinkDialog member={asked.member} onClose={close} />}
    </>
  );
}

function rateSubject({ id, name }: Member): RateSubject {
  return { kind: 'person', subjectId: id, name };
}

type MemberRowProps = { member: Member; rate: string; isYou: boolean; onAsk: (asked: Asked) => void };

function MemberRow({ member, rate, isYou, onAsk }: MemberRowProps) {
  const { name, email, role, state, lastSeenAt } = member;
  const isActive = state === 'active';
  return (
    <Tr className="h-12">
      <Td className="max-w-0">
        <div className="flex items-center gap-2">
          <Avatar name={name} className={cn(!isActive && 'opacity-60')} />
          <div className="min-w-0">
            <div className="flex items-center gap-2">
              <span className={cn('truncate font-medium', isActive ? 'text-ink' : 'text-muted')}>{name}</span>
              {isYou && <Badge>You</Badge>}
              {!isActive && <Badge tone="warning">Deactivated</Badge>}
            </div>
            <p className="truncate text-muted text-xs">{email}</p>
          </div>
        </div>
      </Td>
      <Td>
        <Badge tone={role === 'admin' ? 'accent' : 'neutral'}>{role === 'admin' ? 'Admin' : 'Member'}</Badge>
      </Td>
      <Td numeric className="hidden whitespace-nowrap text-muted sm:table-cell">
        {rate}
      </Td>
      <Td className="hidden whitespace-nowrap text-muted sm:table-cell">
        {lastSeenAt ? <RelativeTime at={lastSeenAt} /> : 'Never'}
      </Td>
      <Td className="text-right">
        <MemberMenu
          member={member}
          isYou={isYou}
          onRate={() => onAsk({ what: 'rate', member })}
          onResetLink={() => onAsk({ what: 'reset', member })}
          onChangeActivity={() => onAsk({ what: 'activity', member })}
        />
      </Td>
    </Tr>
  );
}
