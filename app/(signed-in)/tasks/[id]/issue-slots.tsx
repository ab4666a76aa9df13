'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { IssuePartProps } from '@/app/(signed-in)/_issue/issue-properties';
import type { SendToLinearProps } from '@/app/(signed-in)/_issue/send-to-linear';
import { useTargetOfTask, useWriteTargets } from '@/app/(signed-in)/_issue/use-write-target';
import type { Task } from '@/lib/contracts/task';

// All that writes to Linear comes after the page (docs/decisions/010).
const properties = late(async () => (await import('@/app/(signed-in)/_issue/issue-properties')).OpenIssueProperties);
const talk = late(async () => (await import('@/app/(signed-in)/_issue/issue-talk')).OpenIssueTalk);
const mirrored = late(async () => (await import('@/app/(signed-in)/_issue/mirrored-talk')).OpenMirroredTalk);
const title = late(async () => (await import('@/app/(signed-in)/_issue/issue-title')).OpenIssueTitle);
const notices = late(async () => (await import('@/app/(signed-in)/_issue/issue-notices')).OpenIssueNotices);
const actions = late(async () => (await import('@/app/(signed-in)/_issue/issue-actions')).OpenIssueActions);
const send = late(async () => (await import('@/app/(signed-in)/_issue/send-to-linear')).OpenSendToLinear);

/** The properties that are Linear's; what is inside stands there where they cannot be changed. */
export function IssueProperties({ task, children }: { task: Task; children: ReactNode }) {
  const target = useWritable(task);
  return target ? (
    <LateProperties task={task} target={target}>
      {children}
    </LateProperties>
  ) : (
    children
  );
}

function LateProperties({ children, ...props }: IssuePartProps & { children: ReactNode }) {
  const Open = useLate(properties, true);
  return Open ? <Open {...props} /> : children;
}

export function IssueTitle({ task, children }: { task: Task; children: ReactNode }) {
  const target = useWritable(task);
  return target ? (
    <LateTitle task={task} target={target}>
      {children}
    </LateTitle>
  ) : (
    children
  );
}

function LateTitle({ children, ...props }: IssuePartProps & { children: ReactNode }) {
  const Open = useLate(title, true);
  return Open ? <Open {...props}>{children}</Open> : children;
}

/** Description, links and comments: as Linear has them for whoever may write, else what the mirror has of them. */
export function IssueTalk({ task }: { task: Task }) {
  const target = useTargetOfTask(task);
  if (target?.canWrite) return <LateTalk task={task} target={target} />;
  return target && (target.reads.descriptions || target.reads.comments) && <LateMirrored task={task} target={target} />;
}

function LateMirrored(props: IssuePartProps) {
  const Open = useLate(mirrored, true);
  return Open && <Open {...props} />;
}

function LateTalk(props: IssuePartProps) {
  const Open = useLate(talk, true);
  return Open && <Open {...props} />;
}

/** What became of changes whose answer was lost. */
export function IssueNotices({ task }: { task: Task }) {
  const target = useWritable(task);
  return target && <LateNotices task={task} target={target} />;
}

function LateNotices(props: IssuePartProps) {
  const Open = useLate(notices, true);
  return Open && <Open {...props} />;
}

export function IssueActions({ task }: { task: Task }) {
  const target = useWritable(task);
  return target && <LateActions task={task} target={target} />;
}

function LateActions(props: IssuePartProps) {
  const Open = useLate(actions, true);
  return Open && <Open {...props} />;
}

/** For a task that was made by hand. */
export function SendToLinear({ task }: { task: Task }) {
  const isLive = task.sourceState === 'live';
  const targets = useWriteTargets({ enabled: isLive })?.filter(({ canWrite, teams }) => canWrite && teams.length > 0);
  return isLive && targets && targets.length > 0 && <LateSend task={task} targets={targets} />;
}

function LateSend(props: SendToLinearProps) {
  const Open = useLate(send, true);
  return Open && <Open {...props} />;
}

/** An admin can do something about it; for all others there is just nothing to change. */
export function WhyReadOnly({ task }: { task: Task }) {
  const { role } = usePerson();
  const target = useTargetOfTask(task);
  if (role !== 'admin' || !target || target.canWrite) return null;
  return (
    <p className="text-faint text-xs">
      {target.reason}{' '}
      <Link href={`/connections/${target.connectionId}/settings`} className="text-accent-text underline">
        Connection settings
      </Link>
    </p>
  );
}

function useWritable(task: Task) {
  const target = useTargetOfTask(task);
  return target?.canWrite ? target : undefined;
}
