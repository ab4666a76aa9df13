'use client';

import { CopyButton } from '@/app/_ui/copy-button';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { Markdown } from '@/app/_ui/markdown/markdown';
import type { BrowsedCollection } from '@/app/(signed-in)/linear/collection-words';
import type { BrowsedObject } from './columns';
import { FactValue } from './fact-value';
import { type Fact, factsOf, isBareId } from './object-facts';

export type ObjectDetailsProps = { collection: BrowsedCollection; object: BrowsedObject; title: string };

/** All that is stored of one object: its facts, its text, and last what only programs want to know. */
export function ObjectDetails({ collection, object, title }: ObjectDetailsProps) {
  const { facts, texts, details } = factsOf(collection, object, title);
  return (
    <div className="flex flex-col gap-5">
      <DefinitionList>
        {facts.map((fact) => (
          <Definition key={fact.name} term={fact.term}>
            <FactValue {...fact} />
          </Definition>
        ))}
      </DefinitionList>
      {texts.map(({ name, term, value }) => (
        <section key={name} aria-label={term} className="text-sm">
          <Markdown text={String(value)} />
        </section>
      ))}
      <dl className="flex flex-col gap-1 border-line border-t pt-3 text-faint text-xs">
        {details.map((fact) => (
          <Detail key={fact.name} {...fact} />
        ))}
      </dl>
    </div>
  );
}

function Detail({ name, term, value }: Fact) {
  const text = detailText(value);
  const isId = name === 'id' || name === 'slugId' || isBareId(value);
  return (
    <div className="grid min-h-7 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-3 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <dt>{term}</dt>
      <dd className="flex min-w-0 items-center gap-1">
        <code className="min-w-0 whitespace-pre-wrap font-mono [overflow-wrap:anywhere]">{text}</code>
        {isId && <CopyButton value={text} label={`Copy: ${term}`} />}
      </dd>
    </div>
  );
}

function detailText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { id } = { id: undefined, ...value };
  return typeof id === 'string' ? id : JSON.stringify(value, null, 2);
}
