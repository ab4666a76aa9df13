'use client';

import type { ReactNode } from 'react';
import { Definition } from '@/app/_ui/definition-list';
import { InstantText, IssueLink } from './cells';
import type { BrowsedObject } from './columns';

/** Every field that has something to say. The address has its own place. */
export function ObjectFields({ object }: { object: BrowsedObject }) {
  return Object.entries(object)
    .filter(([name, value]) => name !== 'url' && value !== null && value !== '')
    .map(([name, value]) => (
      <Definition key={name} term={inWords(name)}>
        <FieldValue name={name} value={value} />
      </Definition>
    ));
}

function FieldValue({ name, value }: { name: string; value: unknown }): ReactNode {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return <span className="figures">{Math.round(value * 1000) / 1000}</span>;
  if (typeof value === 'string') {
    if (isInstant.test(value)) return <InstantText at={value} />;
    if (name === 'id') return <span className="select-all font-mono text-xs">{value}</span>;
    return (
      <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {value}
      </span>
    );
  }
  if (Array.isArray(value)) return value.map(nameOf).join(', ') || 'None';
  if (isRecord(value) && typeof value['identifier'] === 'string')
    return <IssueLink issue={{ identifier: value['identifier'] }} />;
  const named = nameOf(value);
  if (named !== '') return <span dir="auto">{named}</span>;
  return (
    <code className="whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
      {JSON.stringify(value, null, 2)}
    </code>
  );
}

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function nameOf(value: unknown): string {
  return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : '';
}

/** "updatedAt" -> "Updated at", "avatarUrl" -> "Avatar URL" */
function inWords(name: string): string {
  if (name === 'id') return 'Id';
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\burl\b/, 'URL');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
