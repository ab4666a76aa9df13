'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Count } from './count';
import { tabListStyles, tabStyles } from './tab-styles';

export type Tab<Value extends string = string> = {
  value: Value;
  label: string;
  count?: number | undefined;
};

type TabsProps<Value extends string> = {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string | undefined | undefined;
  /** TabPanels. */
  children: ReactNode;
};

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  return (
    <Radix.Root value={props.value} onValueChange={(next) => props.onChange(next as Value)} className={props.className}>
      <Radix.List aria-label={props.label} className={tabListStyles}>
        {props.tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabStyles}>
            {tab.label}
            {tab.count !== undefined && <Count value={tab.count} />}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {props.children}
    </Radix.Root>
  );
}

type TabPanelProps = { value: string; className?: string | undefined; children: ReactNode };

export function TabPanel({ value, className, children }: TabPanelProps) {
  return (
    <Radix.Content value={value} className={cn('pt-4', className)}>
      {children}
    </Radix.Content>
  );
}
