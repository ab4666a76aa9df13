'use client';

import { useMemo, useState } from 'react';
import { LoadMore } from '@/app/_ui/load-more';
import { Panel } from '@/app/_ui/panel';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import type { ReportSummary } from '@/lib/contracts/report';
import type { Day } from '@/lib/time/local-day';
import type { Parts } from './chart-data';
import { columnsOf } from './report-columns';
import { ReportList } from './report-list';
import { linesOf, type OpenRow } from './report-rows';
import { ReportTableBody } from './report-table-body';
import { sortRows } from './sort-rows';
import { useReportSort } from './use-report-sort';

const pageSize = 200;

type ReportTableProps = { report: ReportSummary; parts: Parts | null; today: Day; onOpen: OpenRow | undefined };

/** The groups, each opened to those in it. Long ones come page by page. */
export function ReportTable({ report, parts, today, onOpen }: ReportTableProps) {
  const { groupBy, rows, total } = report;
  const { sort, shown, sortBy } = useReportSort(groupBy[0] ?? 'project');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(pageSize);
  const isCompact = useMediaQuery('(max-width: 47.99rem)');
  const { column, direction } = sort;
  const colors = useMemo(() => new Map(parts?.parts.map(({ key, color }) => [key, color])), [parts]);
  const lines = useMemo(() => {
    const sorted = sortRows(rows, groupBy, { column, direction });
    return linesOf(sorted, { groupBy, total: total.seconds, expanded, today });
  }, [rows, groupBy, total.seconds, column, direction, expanded, today]);
  const hasInner = groupBy.length > 1;

  const Shape = isCompact ? ReportList : ReportTableBody;
  return (
    <Panel flush>
      <Shape
        report={report}
        colorOf={(line) => (parts && line.group === parts.group ? colors.get(line.sums.key) : undefined)}
        columns={columnsOf(report)}
        lines={lines.slice(0, limit)}
        order={shown}
        onSort={(next) => void sortBy(next)}
        expansion={
          hasInner
            ? {
                expanded,
                toggle: (key) => setExpanded(toggled(expanded, key)),
                isAll: rows.every(({ key }) => expanded.has(key)),
                toggleAll: (all) => setExpanded(new Set(all ? rows.map(({ key }) => key) : [])),
              }
            : null
        }
        onOpen={onOpen}
      />
      {lines.length > limit && (
        <LoadMore shown={limit} total={lines.length} hasMore onLoadMore={() => setLimit(limit + pageSize)} />
      )}
    </Panel>
  );
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
