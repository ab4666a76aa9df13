'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { type ComboboxOption, OptionList } from '@/app/_ui/option-list';
import { Popover } from '@/app/_ui/popover';
import { TaskStateIcon } from '@/app/(signed-in)/tasks/state-icon';
import type { TaskPage } from '@/app/(signed-in)/tasks/task-pages';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';

const typingPauseMilliseconds = 120;
const shownIssues = 12;

type IssueFinderProps = {
  /** Not offered: an issue has no link to itself. */
  exceptTaskId: string;
  isPending: boolean;
  onChoose: (issue: string) => void;
};

/** An issue by identifier or title; one that is not imported by its identifier. */
export function IssueFinder({ exceptTaskId, isPending, onChoose }: IssueFinderProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <Popover
      label="Find an issue"
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setTyped('');
      }}
      className="w-80 p-1"
      trigger={
        <Button loading={isPending} className="min-w-0 flex-1 justify-start text-faint sm:max-w-60">
          Find an issue
        </Button>
      }
    >
      <OptionList
        label="Identifier or title"
        options={useFoundIssues(typed, exceptTaskId)}
        isSelected={() => false}
        onSelect={(issue) => {
          setIsOpen(false);
          onChoose(issue);
        }}
        onType={setTyped}
      />
    </Popover>
  );
}

function useFoundIssues(typed: string, exceptTaskId: string): ComboboxOption[] {
  const text = typed.trim().slice(0, 300);
  const search = useDebounced(text, typingPauseMilliseconds);
  const { data, isFetching } = useQuery({
    queryKey: keys.tasks.list({ link: search }),
    queryFn: ({ signal }) =>
      api.get<TaskPage>('/api/v1/tasks', {
        query: { search, source: 'linear', sourceState: 'all', limit: shownIssues },
        signal,
      }),
    enabled: text !== '' && search !== '',
    placeholderData: keepPreviousData,
  });
  if (text === '') return [];
  const found = (data?.items ?? []).flatMap((task): ComboboxOption[] =>
    task.id === exceptTaskId || task.externalId === null
      ? []
      : [{ value: task.externalId, label: task.name, icon: <TaskStateIcon task={task} /> }],
  );
  const isKnown = data?.items.some(({ identifier }) => identifier === text.toUpperCase());
  if (isFetching || search !== text || isKnown || !/^[a-z][a-z0-9_]*-\d+$/i.test(text)) return found;
  return [...found, { value: text, label: text.toUpperCase(), hint: 'not imported' }];
}
