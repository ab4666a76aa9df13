'use client';

import { Menu, PanelLeft, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import { Kbd } from '@/app/_ui/kbd';

type TopBarProps = {
  isCollapsed: boolean;
  onToggleSidebar: () => void;
  onOpenDrawer: () => void;
  onOpenPalette: () => void;
  /** The running timer. */
  timer?: ReactNode;
  notices?: ReactNode;
};

export function TopBar(props: TopBarProps) {
  return (
    <header className="sticky top-0 z-20 bg-canvas">
      <div className="flex h-12 items-center gap-2 border-line border-b px-2 md:px-3 pointer-coarse:h-14">
        <IconButton
          label="Open navigation"
          icon={<Menu aria-hidden />}
          onClick={props.onOpenDrawer}
          className="md:hidden"
        />
        <IconButton
          label={props.isCollapsed ? 'Unfold the sidebar' : 'Fold the sidebar'}
          icon={<PanelLeft aria-hidden />}
          shortcut="["
          tooltipSide="bottom"
          aria-expanded={!props.isCollapsed}
          onClick={props.onToggleSidebar}
          className="max-md:hidden"
        />
        <Button
          onClick={props.onOpenPalette}
          className="w-72 min-w-11 shrink justify-start bg-subtle font-normal text-faint max-md:w-auto max-md:border-transparent max-md:bg-transparent max-md:px-2 pointer-coarse:max-md:px-3.5"
        >
          <Search aria-hidden />
          <span className="flex-1 truncate text-left max-md:sr-only">Search or type a command</span>
          <Kbd keys="mod+k" className="max-md:hidden" />
        </Button>
        <div className="ml-auto flex min-w-0 items-center gap-2">{props.timer}</div>
      </div>
      {props.notices}
    </header>
  );
}
