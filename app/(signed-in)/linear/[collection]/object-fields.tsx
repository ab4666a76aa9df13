'use client';

import type { ReactNode } from 'react';
import { Definition } from '@/app/_ui/definition-list';
import { formatPercent } from '@/app/_ui/format-number';
import { StatusDot } from '@/app/_ui/status-dot';
import { DayText, InstantText, IssueLink } from './cells';
import type { BrowsedObject } from './columns';
import { inWords } from './in-words';

/** Every field that has something to say and no other place; the id last. */
export function ObjectFields({ object, title }: { object: BrowsedObject; title: string }) {
  const { id, ...fields } = object;
  const told = Object.entries(fields).filter(
    ([name, value]) => name !== 'url' && !isEmpty(value) && !isInTitle(value, title),
  );
  return [...told, ['id', id] as const].map(([name, value]) => (
    <Definition key={name} term={inWords(name)}>
      <FieldValue name={name} value={value} />
    </Definition>
  ));
}

/** What is not trashed, not private or not in a group need not say so. */
const isEmpty = (value: unknown) => value === null || value === '' || value === false;
/** A long title is cut. */
const isInTitle = (value: unknown, title: string) => value === title && title.length <= 80;

function FieldValue({ name, value }: { name: string; value: unknown }): ReactNode {
  if (value === true) return 'Yes';
  if (typeof value === 'number') return <span className="figures">{numberOf(name, value)}</span>;
  if (typeof value === 'string') return <TextValue name={name} text={value} />;
  if (Array.isArray(value)) return value.map((each) => textOf(each, 'name')).join(', ') || 'None';
  const identifier = textOf(value, 'identifier');
  if (identifier !== '') return <IssueLink issue={{ identifier }} />;
  const named = textOf(value, 'name');
  if (named !== '') return <span dir="auto">{named}</span>;
  const id = textOf(value, 'id');
  if (id !== '') return <Code>{id}</Code>;
  return <Code>{JSON.stringify(value, null, 2)}</Code>;
}

function TextValue({ name, text }: { name: string; text: string }): ReactNode {
  const isTime = !Number.isNaN(Date.parse(text));
  if (isTime && name.endsWith('At')) return <InstantText at={text} />;
  if (isTime && name.endsWith('Date')) return <DayText on={text} />;
  if (name === 'color') return <StatusDot color={text}>{text}</StatusDot>;
  if (name === 'id') return <Code>{text}</Code>;
  return (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </span>
  );
}

function Code({ children }: { children: string }) {
  return <code className="select-all whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">{children}</code>;
}

function numberOf(name: string, value: number): string {
  return name === 'progress' ? formatPercent(value) : String(Math.round(value * 1000) / 1000);
}

function textOf(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : '';
}
