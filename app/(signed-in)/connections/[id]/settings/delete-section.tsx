'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Section } from '@/app/_ui/section';
import type { Connection } from '@/lib/contracts/connection';
import { DeleteDialog } from './delete-dialog';

export function DeleteSection({ connection }: { connection: Connection }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section
      title="Delete connection"
      description="The key and the run ledger are deleted. You choose what becomes of the tasks."
      className="border-line border-t pt-6"
      actions={
        <Button variant="danger" onClick={() => setIsOpen(true)}>
          Delete connection
        </Button>
      }
    >
      <DeleteDialog connection={connection} open={isOpen} onOpenChange={setIsOpen} />
    </Section>
  );
}
