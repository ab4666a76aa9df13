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
  term?: string | undefined;
  shown: ReactNode;
  /** The inside of its picker. */
  children: (now: IssueFields, options: TeamOptions) => ReactNode;
};

export function PropertyRow({ desk, field, term = fieldNames[field], shown, children }: PropertyRowProps) {
  const { issue, live, options, isDisabled, isMaybeDone } = desk;
  const isUnknown = isMaybeDone && issue.unknown.includes(field);
  const part = useIssuePart();
  const isThere = live.data !== undefined && options.data !== undefined;
  return (
    <Definition term={term}>
      <PropertyPicker
        noun={fieldNames[field].toLowerCase()}
        shown={shown}
        isOpen={part === field}
        onOpenChange={(isOpen) => (isOpen ? openIssuePart(field) : closeIssuePart(field))}
        isReady={isThere || live.isError || options.isError}
        isPending={issue.pending.some((change) => touchedFields(change).includes(field))}
        isDisabled={isDisabled}
        trouble={isUnknown ? 'Not known yet: Linear is asked whether it took this.' : issue.troubles[field]}
      >
        {isThere ? (
          children(fieldsAfter(live.data.fields, issue.pending), options.data)
        ) : (
          <PickerTrouble queries={[live, options]} />
        )}
      </PropertyPicker>
    </Definition>
  );
}
