'use client';

import type { LinearWrite } from '@/lib/contracts/linear-write';
import { UnknownWrite } from './unknown-write';
import { useOpenWrites } from './use-open-writes';
import { writeNames } from './write-names';

type Kind = LinearWrite['kind'];

/** What is told where it is written; all else is told at the head of the page. */
export const talkKinds: readonly Kind[] = ['comment', 'relation'];
export const headKinds: readonly Kind[] = ['create', 'update', 'archive', 'unarchive', 'attachment'];

type OpenWritesProps = { taskId: string; kinds: readonly Kind[]; className?: string | undefined };

/** Writes whose answer was lost. */
export function OpenWrites({ taskId, kinds, className }: OpenWritesProps) {
  return useOpenWrites(taskId)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind }) => (
      <UnknownWrite key={id} writeId={id} what={writeNames[kind]} taskId={taskId} className={className} />
    ));
}
