'use client';

import { Link2, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ExternalLink } from '@/app/_ui/external-link';
import { IconButton } from '@/app/_ui/icon-button';
import { Section } from '@/app/_ui/section';
import { Select } from '@/app/_ui/select';
import { StateIcon } from '@/app/(signed-in)/tasks/state-icon';
import type { IssueRelationView, LiveIssue, RelationInput } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { useOpenPart } from './issue-desk';
import { IssueFinder } from './issue-finder';
import { OpenWrites } from './open-writes';
import { relationNames, relationOptions } from './relation-words';
import { useFocusAfter } from './use-focus-after';
import { useOpenWrites } from './use-open-writes';
import { useRelations } from './use-relations';

export function IssueRelations({ task, live: { relations } }: { task: Task; live: LiveIssue }) {
  const { isOpen, setIsOpen } = useOpenPart('relation');
  const box = useFocusAfter(isOpen);
  const { add, remove, trouble } = useRelations(task.id);
  const isMaybeDone = useOpenWrites(task.id).some(({ kind }) => kind === 'relation');
  const canChange = task.sourceState !== 'trashed' && !isMaybeDone;
  return (
    <Section
      title="Linked issues"
      actions={
        <span ref={box}>
          {canChange && !isOpen && (
            <Button size="sm" onClick={() => setIsOpen(true)}>
              <Link2 aria-hidden />
              Link an issue
            </Button>
          )}
        </span>
      }
    >
      {relations.length === 0 && !isOpen && <p className="text-muted text-sm">No linked issues.</p>}
      {relations.length > 0 && (
        <ul className="flex flex-col">
          {relations.map((relation) => (
            <Relation
              key={relation.id}
              relation={relation}
              isRemoving={remove.isPending && remove.variables.id === relation.id}
              onRemove={canChange ? () => remove.mutate(relation) : undefined}
            />
          ))}
        </ul>
      )}
      {isOpen && canChange && (
        <NewRelation
          taskId={task.id}
          isAdding={add.isPending}
          onAdd={(input) => add.mutate(input, { onSuccess: () => setIsOpen(false) })}
          onCancel={() => setIsOpen(false)}
        />
      )}
      <OpenWrites taskId={task.id} kinds={['relation']} />
      {trouble && (
        <p role="alert" className="text-danger text-xs">
          {trouble}
        </p>
      )}
    </Section>
  );
}

type RelationProps = { relation: IssueRelationView; isRemoving: boolean; onRemove: (() => void) | undefined };

function Relation({ relation: { type, issue }, isRemoving, onRemove }: RelationProps) {
  const name = (
    <>
      <span className="figures mr-1.5 text-muted">{issue.identifier}</span>
      {issue.title ?? <span className="text-muted">Not read by Trackline</span>}
    </>
  );
  return (
    <li className="flex min-h-9 items-center gap-2 border-line border-b text-sm last:border-b-0">
      <span className="w-24 shrink-0 text-muted">{relationNames[type]}</span>
      {issue.state && (
        <>
          <StateIcon type={issue.state.type} color={issue.state.color} />
          <span className="sr-only">{issue.state.name}</span>
        </>
      )}
      {issue.taskId ? (
        <Link href={`/tasks/${issue.taskId}`} className="min-w-0 flex-1 truncate rounded-sm text-ink hover:underline">
          {name}
        </Link>
      ) : (
        <ExternalLink href={issue.url} className="min-w-0 flex-1">
          <span className="truncate">{name}</span>
        </ExternalLink>
      )}
      {onRemove && (
        <IconButton
          label={`Remove the link to ${issue.identifier}`}
          size="sm"
          icon={<X aria-hidden />}
          loading={isRemoving}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

type NewRelationProps = {
  taskId: string;
  isAdding: boolean;
  onAdd: (input: RelationInput) => void;
  onCancel: () => void;
};

function NewRelation({ taskId, isAdding, onAdd, onCancel }: NewRelationProps) {
  const [type, setType] = useState<RelationInput['type']>('related');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select aria-label="Kind of link" options={relationOptions} value={type} onChange={setType} className="w-36" />
      <IssueFinder exceptTaskId={taskId} isPending={isAdding} onChoose={(issue) => onAdd({ type, issue })} />
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
