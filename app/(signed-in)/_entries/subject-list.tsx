'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { ColorDot } from '@/app/_ui/color-dot';
import { keepActiveOption } from '@/app/_ui/keep-active-option';
import { menuItemStyles } from '@/app/_ui/menu-styles';
import { readError } from '@/app/_ui/read-error';
import { sourceStateNames } from '@/app/(signed-in)/tasks/task-words';
import { type Subject, subjectKey, taskTitle } from './subject';
import { useFoundSubjects } from './use-found-subjects';

type SubjectListProps = { onSelect: (subject: Subject) => void };

/** A searchable list of tasks and projects; the inside of TaskPicker, and of any popover that adds one. */
export function SubjectList({ onSelect }: SubjectListProps) {
  const [typed, setTyped] = useState('');
  const { groups, isSearching, error } = useFoundSubjects(typed);
  const isEmpty = groups.length === 0;
  return (
    <Command ref={keepActiveOption} label="Find a task or a project" loop shouldFilter={false}>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder="Title, identifier, link or branch"
        className="h-8 w-full border-line border-b bg-transparent px-2 text-ink text-sm placeholder:text-faint focus-visible:outline-none pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Command.List aria-label="Tasks and projects" className="max-h-72 overflow-y-auto pt-1">
        {isEmpty && (
          <p role="status" className="px-2 py-6 text-center text-muted">
            {emptyText({ isSearching, error, typed })}
          </p>
        )}
        {groups.map(({ label, subjects }) => (
          <Command.Group
            key={label}
            heading={label}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
          >
            {subjects.map((subject) => (
              <Option key={subjectKey(subject)} group={label} subject={subject} onSelect={onSelect} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

type OptionProps = { group: string; subject: Subject; onSelect: (subject: Subject) => void };

function Option({ group, subject, onSelect }: OptionProps) {
  const { task, project } = subject;
  return (
    <Command.Item
      value={`${group} ${subjectKey(subject)}`}
      onSelect={() => onSelect(subject)}
      className={menuItemStyles}
    >
      <ColorDot color={project.color} />
      {task?.identifier && <span className="figures shrink-0 text-faint">{task.identifier}</span>}
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {task ? taskTitle(task) : project.name}
      </span>
      {task && task.sourceState !== 'live' && <Badge>{sourceStateNames[task.sourceState]}</Badge>}
      {task && <span className="max-w-28 shrink-0 truncate text-faint text-xs">{project.name}</span>}
    </Command.Item>
  );
}

function emptyText({ isSearching, error, typed }: { isSearching: boolean; error: unknown; typed: string }): string {
  if (error) return readError(error).message ?? 'The search did not work. Try again.';
  if (isSearching) return 'Searching';
  return typed.trim() === '' ? 'Type to find a task.' : 'Nothing found.';
}
