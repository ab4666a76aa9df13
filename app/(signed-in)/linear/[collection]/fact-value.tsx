'use client';

import type { ReactNode } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { formatPercent } from '@/app/_ui/format-number';
import { StatusDot } from '@/app/_ui/status-dot';
import { DayText, InstantText, IssueLink, WorkspaceLink } from './cells';
import { inWords } from './in-words';
import type { Fact } from './object-facts';

const people = new Set(['lead', 'user', 'actor', 'creator', 'updatedBy']);

export function FactValue({ name, value }: Fact): ReactNode {
  if (value === true) return 'Yes';
  if (typeof value === 'number') return <span className="figures">{numberOf(name, value)}</span>;
  if (typeof value === 'string') return <TextValue name={name} text={value} />;
  if (Array.isArray(value)) return value.map((each) => textOf(each, 'name')).join(', ') || 'None';
  const identifier = textOf(value, 'identifier');
  if (identifier !== '') return <IssueLink issue={{ identifier }} />;
  const named = textOf(value, 'name') || textOf(value, 'id');
  if (!people.has(name)) return <span dir="auto">{named}</span>;
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <Avatar name={named} size="sm" />
      <span dir="auto" className="truncate">
        {named}
      </span>
    </span>
  );
}

function TextValue({ name, text }: { name: string; text: string }): ReactNode {
  const isTime = !Number.isNaN(Date.parse(text));
  if (isTime && name.endsWith('At')) return <InstantText at={text} />;
  if (isTime && name.endsWith('Date')) return <DayText on={text} />;
  if (name === 'urlKey') return <WorkspaceLink urlKey={text} />;
  if (name === 'type') return inWords(text);
  if (name === 'color') return <StatusDot color={text}>{text}</StatusDot>;
  return (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </span>
  );
}

function numberOf(name: string, value: number): string {
  return name === 'progress' ? formatPercent(value) : String(Math.round(value * 1000) / 1000);
}

function textOf(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : '';
}
