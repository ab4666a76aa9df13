'use client';

import { ArrowLeftRight, ExternalLink, Square, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { StatusDot } from '@/app/_ui/status-dot';
import { Switch } from '@/app/_ui/switch';
import { toastError } from '@/app/_ui/toast-error';
import { TagsInput } from '@/app/(signed-in)/_entries/tags-input';
import { TimeInput } from '@/app/(signed-in)/_entries/time-input';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { longestDescription } from '@/lib/contracts/values';
import { Elapsed } from './elapsed';
import { discardTimer, editTimer, stopTimer } from './timer-actions';
import { openTimerDialog } from './timer-dialog';
import { useDescriptionField } from './use-description-field';
import { useStartField } from './use-start-field';

type TimerFormProps = { entry: ShownEntry; close: () => void };

/** Each field is saved when it is left. */
export function TimerForm({ entry, close }: TimerFormProps) {
  const { billable, tags } = entry;
  const description = useDescriptionField(entry);
  const start = useStartField(entry);
  const edit = (change: { billable?: boolean; tags?: string[] }) =>
    void editTimer(entry, change).catch((error) => toastError('The timer was not changed.', error));
  return (
    <div className="flex flex-col gap-3">
      <TaskLine entry={entry} onOpen={close} />
      <Elapsed startedAt={entry.startedAt} className="font-semibold text-ink text-xl" />
      <Field label="What are you doing?" optional error={description.error}>
        <Input {...description.field} maxLength={longestDescription} placeholder="Add a description" />
      </Field>
      <Field label="Started at" hint={start.hint} error={start.error}>
        <TimeInput {...start.field} className="figures" />
      </Field>
      <Field label="Tags" optional>
        <TagsInput value={tags} onChange={(next) => edit({ tags: next })} />
      </Field>
      <Switch
        label="Billable"
        checked={billable ?? true}
        disabled={billable === null}
        onCheckedChange={(checked) => edit({ billable: checked })}
      />
      <Actions entry={entry} close={close} />
    </div>
  );
}

function TaskLine({ entry: { task, project }, onOpen }: { entry: ShownEntry; onOpen: () => void }) {
  const href = task ? `/tasks/${task.id}` : `/projects/${project.id}`;
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-start gap-2">
        <Link
          href={href}
          onClick={onOpen}
          dir="auto"
          className="min-w-0 flex-1 break-words font-medium text-ink underline-offset-2 hover:underline"
        >
          {(task?.name ?? project.name).slice(0, 200)}
        </Link>
        {task?.url && (
          <a
            href={task.url}
            target="_blank"
            rel="noreferrer"
            aria-label="Open in Linear"
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:text-ink pointer-coarse:size-11"
          >
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        )}
      </div>
      {task && (
        <StatusDot color={project.color} className="mt-0.5 text-muted text-xs">
          {project.name}
        </StatusDot>
      )}
    </div>
  );
}

function Actions({ entry, close }: TimerFormProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 border-line border-t pt-3">
      <Button
        variant="primary"
        onClick={() => {
          close();
          void stopTimer(entry);
        }}
      >
        <Square aria-hidden className="fill-current" />
        Stop
      </Button>
      <Button onClick={() => openTimerDialog('start')}>
        <ArrowLeftRight aria-hidden />
        Switch
      </Button>
      <Button
        variant="ghost"
        className="ml-auto"
        onClick={() => {
          close();
          void discardTimer(entry);
        }}
      >
        <Trash2 aria-hidden />
        Discard
      </Button>
    </div>
  );
}
