'use client';

import { useId } from 'react';
import { Controller } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { Dialog } from '@/app/_ui/dialog';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { type Currency, exampleMoney } from '@/app/_ui/format-money';
import { plural } from '@/app/_ui/format-number';
import { Input } from '@/app/_ui/input';
import { toast } from '@/app/_ui/toast';
import type { RateSaved } from '@/lib/contracts/rate';
import type { RateSubject } from './rate-subject';
import { rateDescriptions, rateName, withoutRate } from './rate-words';
import { useRateForm } from './use-rate-form';
import { useRates } from './use-rates';

export type OpenAddRateDialogProps = {
  subject: RateSubject;
  money: Currency;
  onSaved: () => void;
  onClose: () => void;
};

export function OpenAddRateDialog({ subject, money, onSaved, onClose }: OpenAddRateDialogProps) {
  const formId = useId();
  const state = useRateForm({
    subject,
    money,
    onSaved: (saved) => {
      onSaved();
      toast(savedWords(saved));
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={subject.kind === 'installation' ? 'New default rate' : `New rate for ${subject.name}`}
      description={rateDescriptions[subject.kind]}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={state.isSaving}>
            Save rate
          </Button>
        </>
      }
    >
      <RateForm id={formId} state={state} subject={subject} money={money} />
    </Dialog>
  );
}

function savedWords({ changedEntries }: RateSaved): string {
  return changedEntries === 0 ? 'Rate saved.' : `Rate saved. ${plural(changedEntries, 'entry', 'entries')} changed.`;
}

type RateFormProps = {
  id: string;
  state: ReturnType<typeof useRateForm>;
  subject: RateSubject;
  money: Currency;
};

function RateForm({ id, state: { form, submit }, subject, money }: RateFormProps) {
  const { errors } = form.formState;
  const [endsRate, effectiveFrom] = form.watch(['endsRate', 'effectiveFrom']);
  const { data } = useRates(subject.kind, subject.subjectId);
  const replaced = data?.items.find((rate) => rate.effectiveFrom === effectiveFrom);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={`Rate an hour, in ${money.currency}`} error={errors.amount?.message}>
          <Input
            {...form.register('amount')}
            disabled={endsRate}
            autoFocus
            inputMode="decimal"
            autoComplete="off"
            placeholder={exampleMoney(money)}
            className="figures"
          />
        </Field>
        <Field
          label="From"
          error={errors.effectiveFrom?.message}
          hint={replaced && `Replaces ${rateName(replaced.amount, replaced.kind, money)}.`}
        >
          <Input type="date" {...form.register('effectiveFrom')} />
        </Field>
      </div>
      {(data?.items.length ?? 0) > 0 && (
        <Choice
          form={form}
          name="endsRate"
          label={subject.kind === 'installation' ? 'No rate from this day' : 'No rate of its own from this day'}
          hint={`${withoutRate[subject.kind]} from then on.`}
        />
      )}
      <Choice
        form={form}
        name="applyToExisting"
        label="Also change time since then"
        hint="Otherwise time that is there keeps its rate. Locked days, and time with a nearer rate, stay in either case."
      />
    </form>
  );
}

type ChoiceProps = {
  form: RateFormProps['state']['form'];
  name: 'endsRate' | 'applyToExisting';
  label: string;
  hint: string;
};

function Choice({ form, name, label, hint }: ChoiceProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <Checkbox
          label={label}
          hint={hint}
          checked={field.value}
          onCheckedChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}
