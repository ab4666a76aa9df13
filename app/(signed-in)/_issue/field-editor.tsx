'use client';

import { TextEditor, type TextEditorProps } from './text-editor';
import type { TextFieldState } from './use-text-field';

type FieldEditorProps = Pick<TextEditorProps, 'label' | 'rows' | 'hint' | 'canBeEmpty' | 'isOneLine'> & {
  field: TextFieldState;
};

/** Title or description while it is being edited. */
export function FieldEditor({ field, hint, ...rest }: FieldEditorProps) {
  return (
    <TextEditor
      {...rest}
      autoFocus
      value={field.text}
      onChange={field.type}
      onSave={field.save}
      onCancel={field.giveUp}
      onLeave={field.leave}
      saveLabel="Save"
      isSaving={field.isSaving}
      isBlocked={field.isBlocked}
      trouble={field.trouble}
      // The notice at the head of the page tells the whole of it.
      hint={field.isBlocked ? 'Not known yet' : hint}
    />
  );
}
