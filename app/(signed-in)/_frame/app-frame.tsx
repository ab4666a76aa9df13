'use client';

import { type ReactNode, useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { Sheet } from '@/app/_ui/sheet';
import { NewIssueDialog } from '@/app/(signed-in)/_issue/new-issue-dialog';
import { FrameCommands, type FrameDialog } from './frame-commands';
import { type Person, PersonProvider } from './person-context';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useSidebar } from './use-sidebar';

type AppFrameProps = {
  person: Person;
  initiallyCollapsed: boolean;
  /** The running timer, at the right of the top bar. */
  timer?: ReactNode;
  /** What is to be told at once, below the top bar. */
  notices?: ReactNode;
  children: ReactNode;
};

export function AppFrame({ person, initiallyCollapsed, timer, notices, children }: AppFrameProps) {
  const { isCollapsed, toggle } = useSidebar(initiallyCollapsed);
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const [dialog, setDialog] = useState<FrameDialog>(null);
  const showShortcuts = () => setDialog('shortcuts');
  return (
    <PersonProvider person={person}>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent-solid px-3 py-2 font-medium text-sm text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <aside
          className={cn(
            'sticky top-0 h-dvh shrink-0 border-line border-r bg-sidebar max-md:hidden',
            isCollapsed ? 'w-12' : 'w-58',
          )}
        >
          <Sidebar isCollapsed={isCollapsed} onShowShortcuts={showShortcuts} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar
            isCollapsed={isCollapsed}
            onToggleSidebar={toggle}
            onOpenDrawer={() => setIsDrawerOpen(true)}
            onOpenPalette={() => setDialog('palette')}
            timer={timer}
            notices={notices}
          />
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 focus-visible:outline-none">
            {children}
          </main>
        </div>
      </div>
      <Sheet open={isDrawerOpen} onOpenChange={setIsDrawerOpen} title="Navigation" side="left" hideHeader>
        <Sidebar
          onNavigate={() => setIsDrawerOpen(false)}
          onShowShortcuts={() => {
            setIsDrawerOpen(false);
            showShortcuts();
          }}
        />
      </Sheet>
      <FrameCommands dialog={dialog} setDialog={setDialog} toggleSidebar={toggle} />
      <NewIssueDialog />
    </PersonProvider>
  );
}
