'use client';

import { CodeBlock } from '@/app/_ui/code-block';
import { Section } from '@/app/_ui/section';
import { useBrowserValue } from '@/lib/browser/use-browser-value';

const readOrigin = () => window.location.origin;

/** A call to try; with the token in it, it runs as it stands. */
export function ExampleCall({ token = '$TRACKLINE_TOKEN' }: { token?: string }) {
  const origin = useBrowserValue(readOrigin) ?? '';
  return (
    <Section
      title="Try it"
      description={
        <>
          Every call is described in{' '}
          <a href="/api/v1/openapi.json" className="text-accent-text underline underline-offset-2">
            openapi.json
          </a>
          .
        </>
      }
    >
      <CodeBlock
        code={`curl -H "Authorization: Bearer ${token}" \\\n  "${origin}/api/v1/tasks?limit=5"`}
        label="Example call"
      />
    </Section>
  );
}
