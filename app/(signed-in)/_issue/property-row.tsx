'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Definition } from '@/app/_ui/definition-list';
import type { IssueField, IssueFields, LiveIssue, TeamOptions } from '@/lib/contracts/linear-write';
import { closeIssuePart, openIssuePart, useIssuePart } from './issue-desk';
import { fieldNames } from './issue-values';
import { fieldsAfter, touchedFields } from './issue-view';
import { PickerTrouble } from './picker-list';
import { PropertyPicker } from './property-picker';
import type { IssueWrite } from './use-issue-write';

/** What every property of an issue needs to be changed. */
export type Desk = {
  issue: IssueWrite;
  live: UseQueryResult<LiveIssue>;
  options: UseQueryResult<TeamOptions>;
  isDisabled: boolean;
  /** A change was sent, and its end is not known. */
  isMaybeDone: boolean;
};

type PropertyRowProps = {
  desk: Desk;
  field: IssueField;
  shown: ReactNode;
  /** Below it, in small. */
  note?: ReactNode;
  /** The inside of its picker. */
  children: (now: IssueFields, options: TeamOptions) => ReactNode;
};

export function PropertyRow({ desk, field, shown, note, children }: PropertyRowProps) {
  const { issue, live, options, isDisabled, isMaybeDone } = desk;
  const isUnknown = isMaybeDone && issue.unknown.includes(field);
  const part = useIssuePart();
  const isThere = live.data !== undefined && options.data !== undefined;
  return (
    <Definition term={fieldNames[field]}>
      <PropertyPicker
        noun={fieldNames[field].toLowerCase()}
        shown={shown}
        isOpen={part === field}
        onOpenChange={(isOpen) => (isOpen ? openIssuePart(field) : closeIssuePart(field))}
        isReady={isThere || live.isError || options.isError}
        isPending={issue.pending.some((change) => touchedFields(change).includes(field))}
        isDisabled={isDisabled}
        isUnknown={isUnknown}
        trouble={issue.troubles[field]}
      >
        {isThere ? (
          children(fieldsAfter(live.data.fields, issue.pending), options.data)
        ) : (
          <PickerTrouble queries={[live, options]} />
        )}
      </PropertyPicker>
      {note}
    </Definition>
  );
}
