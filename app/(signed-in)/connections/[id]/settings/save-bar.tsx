'use client';

import { Button } from '@/app/_ui/button';

type SaveBarProps = { isDirty: boolean; isSaving: boolean; onCancel: () => void };

/** In sight as long as something is not saved. */
export function SaveBar({ isDirty, isSaving, onCancel }: SaveBarProps) {
  if (!isDirty) return null;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-canvas px-4 py-3">
      <span role="status" className="mr-auto text-muted text-sm">
        Changes are not saved yet.
      </span>
      <Button onClick={onCancel} disabled={isSaving}>
        Cancel
      </Button>
      <Button type="submit" variant="primary" loading={isSaving}>
        Save changes
      </Button>
    </div>
  );
}
