'use client';

import { Folded } from '@/app/_ui/folded';
import { Markdown } from '@/app/_ui/markdown/markdown';

/** A text of Linear's, to read. */
export function IssueText({ text }: { text: string }) {
  return (
    <div className="max-w-prose text-sm">
      <Folded>
        <Markdown text={text} />
      </Folded>
    </div>
  );
}
