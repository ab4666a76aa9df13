'use client';

import { Button } from '@/app/_ui/button';
import { useIsAwake } from '@/lib/browser/use-is-awake';

/**
 * Submits a form in front of the door. It waits until React is awake: the browser's own submit would reload the page
 * and lose what has been typed. It does not look disabled, because that lasts for a blink.
 */
export function DoorButton({ loading, children }: { loading: boolean; children: string }) {
  const isAwake = useIsAwake();
  return (
    <Button
      type="submit"
      variant="primary"
      size="lg"
      block
      loading={loading}
      disabled={!isAwake}
      className="disabled:opacity-100"
    >
      {children}
    </Button>
  );
}
