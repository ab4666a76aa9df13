'use client';

import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { ReportQuery } from '@/lib/contracts/report';

const shareDialog = late(async () => (await import('./share-dialog')).ShareDialog);

type ShareButtonProps = { query: ReportQuery; seesMoney: boolean };

export function ShareButton(props: ShareButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const ShareDialog = useLate(shareDialog, isOpen);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Share2 aria-hidden />
        Share
      </Button>
      {ShareDialog && <ShareDialog {...props} open={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
