'use client';

import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';
import type { FocusReturn } from './use-focus-return';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Delete this connection?" */
  title: string;
  /** What will happen, and what will be kept. */
  description: ReactNode;
  /** A verb: "Delete connection". */
  confirmLabel: string;
  danger?: boolean | undefined;
  /** Must be typed before the button works; for what cannot be undone. */
  typeToConfirm?: string | undefined;
  loading?: boolean | undefined;
  /** The dialog stays open: close it when the work is done. */
  onConfirm: () => void;
  children?: ReactNode;
};

type OpenConfirmDialogProps = ConfirmDialogProps & { focusReturn: FocusReturn };

export function OpenConfirmDialog({ open, onOpenChange, focusReturn, ...rest }: OpenConfirmDialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Radix.Content
          {...focusReturn}
          className="fixed inset-x-2 top-[16vh] z-40 mx-auto max-w-md animate-pop-in rounded-md border border-line bg-raised p-5 shadow-float focus-visible:outline-none"
        >
          <ConfirmBody {...rest} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function ConfirmBody(props: Omit<ConfirmDialogProps, 'open' | 'onOpenChange'>) {
  const { title, description, confirmLabel, danger = false, typeToConfirm, loading } = props;
  const [typed, setTyped] = useState('');
  const isTyped = !typeToConfirm || typed.trim() === typeToConfirm;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isTyped && !loading) props.onConfirm();
      }}
    >
      <Radix.Title className="font-semibold text-ink text-lg">{title}</Radix.Title>
      <Radix.Description asChild>
        <div className="text-muted text-sm">{description}</div>
      </Radix.Description>
      {props.children}
      {typeToConfirm && (
        <Field label={`Type "${typeToConfirm}" to confirm`}>
          <Input value={typed} autoComplete="off" onChange={(e) => setTyped(e.target.value)} />
        </Field>
      )}
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        <Radix.Cancel asChild>
          <Button>Cancel</Button>
        </Radix.Cancel>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} loading={loading} disabled={!isTyped}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
