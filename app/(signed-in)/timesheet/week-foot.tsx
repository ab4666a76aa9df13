import { cn } from '@/app/_ui/cn';
import type { Timesheet } from '@/lib/contracts/timesheet';
import { formatDuration } from '@/lib/time/format-duration';
import type { SheetDay } from './day-state';
import { roundingWords } from './rounding-words';
import { dayTint } from './week-cell';

type WeekFootProps = { sheet: Timesheet; days: readonly SheetDay[] };

/** Totals by day; and, where reports round, what they will say. */
export function WeekFoot({ sheet, days }: WeekFootProps) {
  const rounding = roundingWords(sheet.rounding);
  return (
    <tfoot className="sticky bottom-0 z-20">
      <tr className="h-9 bg-canvas [&>*]:border-line [&>*]:border-t">
        <th scope="row" className="sticky left-0 z-10 border-line border-r bg-canvas px-3 text-left font-medium">
          Total
        </th>
        {days.map((day) => (
          <Sum key={day.on} seconds={day.seconds} className={cn('font-medium', dayTint(day))} />
        ))}
        <Sum seconds={sheet.seconds} className="font-semibold" />
      </tr>
      {rounding !== null && (
        <tr className="h-7 bg-canvas text-faint text-xs [&>*]:border-line [&>*]:border-t">
          <th scope="row" className="sticky left-0 z-10 border-line border-r bg-canvas px-3 text-left font-normal">
            {rounding}
          </th>
          {days.map((day) => (
            <Sum key={day.on} seconds={day.roundedSeconds} className={dayTint(day) || ''} />
          ))}
          <Sum seconds={sheet.roundedSeconds} className="" />
        </tr>
      )}
    </tfoot>
  );
}

function Sum({ seconds, className }: { seconds: number; className: string }) {
  return (
    <td
      className={cn(
        'figures border-line border-r last:border-r-0 px-3 text-right',
        className,
        seconds === 0 && 'text-faint',
      )}
    >
      {formatDuration(seconds)}
    </td>
  );
}
