'use client';

import { type KeyboardEvent, useId } from 'react';
import { Button } from '@/app/_ui/button';
import { cn } from '@/app/_ui/cn';
import { Kbd } from '@/app/_ui/kbd';
import { Textarea } from '@/app/_ui/textarea';

export type TextEditorProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
  /** Gives up what was typed. */
  onCancel?: (() => void) | undefined;
  /** Leaves it for later. */
  onLeave?: (() => void) | undefined;
  saveLabel: string;
  isSaving: boolean;
  isBlocked?: boolean | undefined;
  canBeEmpty?: boolean | undefined;
  trouble?: string | undefined;
  hint?: string | undefined;
  placeholder?: string | undefined;
  rows?: number | undefined;
  /** Enter saves: it is one line. */
  isOneLine?: boolean | undefined;
  autoFocus?: boolean | undefined;
};

/** Markdown as plain text. Ctrl or Cmd with Enter saves; Escape leaves it, and keeps what was typed. */
export function TextEditor(props: TextEditorProps) {
  const { label, value, onChange, onSave, onCancel, isSaving, isBlocked = false, trouble, hint, isOneLine } = props;
  const troubleId = useId();
  const isOff = isBlocked || (!props.canBeEmpty && value.trim() === '');
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isSave = event.key === 'Enter' && (isOneLine || event.ctrlKey || event.metaKey);
    if (isSave) {
      event.preventDefault();
      if (!isOff && !isSaving) onSave();
    } else if (event.key === 'Escape') props.onLeave?.();
  }
  return (
    <div className={cn('flex flex-col gap-2', isOneLine && 'w-[min(40rem,calc(100vw-3rem))]')}>
      <Textarea
        autoFocus={props.autoFocus}
        aria-label={label}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble ? troubleId : undefined}
        rows={props.rows ?? 3}
        value={value}
        placeholder={props.placeholder}
        onChange={(event) => onChange(isOneLine ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
        onKeyDown={onKeyDown}
        className={cn('max-h-[60vh] font-normal tracking-normal', isOneLine && 'min-h-9')}
      />
      {trouble && (
        <p id={troubleId} role="alert" className="font-normal text-danger text-xs tracking-normal">
          {trouble}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 font-normal tracking-normal">
        {hint && <span className="mr-auto text-faint text-xs">{hint}</span>}
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button variant="primary" onClick={onSave} loading={isSaving} aria-disabled={isOff || undefined}>
          {props.saveLabel}
          {!isOneLine && (
            <span aria-hidden className="inline-flex opacity-80 pointer-coarse:hidden">
              <Kbd keys="mod+enter" />
            </span>
          )}
        </Button>
      </div>
    </div>
  );
}
