'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { type ComboboxOption, OptionList } from '@/app/_ui/option-list';
import type { ReportOptions } from '@/lib/contracts/report';
import { reportRanges } from '@/lib/contracts/values';
import { countDays, type DayRange } from '@/lib/time/named-range';
import { formatDays, rangeNames } from './format-days';
import { useReportOptions } from './use-report';
import type { ReportFilterState } from './use-report-filters';

type RangeChoiceProps = { state: ReportFilterState; onDone: () => void };

/** As long as the API reports at once. */
const mostDays = 20 * 366;

/** Named ranges and cycles, found by typing; under them any two days. */
export function RangeChoice({ state, onDone }: RangeChoiceProps) {
  const { range, days, today, setRange, setDays } = state;
  const { data: options } = useReportOptions();
  const cycles = (options?.cycles ?? []).flatMap(daysOfCycle);
  const chosenCycle = range ? undefined : cycles.find(({ from, to }) => from === days.from && to === days.to);

  function select(value: string) {
    const named = reportRanges.find((each) => each === value);
    const cycle = cycles.find(({ id }) => id === value);
    if (named) void setRange(named);
    else if (cycle) void setDays({ from: cycle.from, to: cycle.to });
    onDone();
  }
  return (
    <>
      <OptionList
        label="Find a range or a cycle"
        options={[
          ...reportRanges.map((value): ComboboxOption => ({ value, label: rangeNames[value] })),
          ...cycles.map((cycle) => ({
            value: cycle.id,
            label: cycle.hint ? `${cycle.hint}: ${cycle.name}` : cycle.name,
            hint: formatDays(cycle, today),
          })),
        ]}
        isSelected={(value) => value === range || value === chosenCycle?.id}
        onSelect={select}
      />
      <TwoDays
        key={`${days.from} ${days.to}`}
        days={days}
        onChoose={(chosen) => {
          void setDays(chosen);
          onDone();
        }}
      />
    </>
  );
}

function TwoDays({ days, onChoose }: { days: DayRange; onChoose: (days: DayRange) => void }) {
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const [error, setError] = useState<string | undefined>(undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = errorOf({ from, to });
    setError(found);
    if (!found) onChoose({ from, to });
  }
  return (
    <form noValidate onSubmit={submit} className="mt-1 flex flex-col gap-2 border-line border-t p-2">
      <div className="grid grid-cols-2 gap-2">
        <Field label="From">
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} className="px-1.5" />
        </Field>
        <Field label="To">
          <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} className="px-1.5" />
        </Field>
      </div>
      {error && (
        <p role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
      <Button type="submit" block>
        Show these days
      </Button>
    </form>
  );
}

function errorOf({ from, to }: DayRange): string | undefined {
  if (from === '' || to === '') return 'Enter both days.';
  if (to < from) return 'The last day is before the first.';
  if (countDays({ from, to }) > mostDays) return 'A report covers at most 20 years.';
  return undefined;
}

type Cycle = ReportOptions['cycles'][number];

function daysOfCycle(cycle: Cycle): (Cycle & DayRange)[] {
  const { from, to } = cycle;
  return from && to ? [{ ...cycle, from, to }] : [];
}
