'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';
import { toast } from './toast';

type CopyButtonProps = {
  value: string;
  /** "Copy token". */
  label?: string | undefined;
  /** Shows the label as text beside the icon. */
  withText?: boolean | undefined;
  className?: string | undefined | undefined;
};

export function CopyButton({ value, label = 'Copy', withText = false, ...rest }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch {
      // Browsers offer the clipboard on https and localhost only.
      toast.error('The browser did not allow copying. Select the text and copy it by hand.');
    }
  }

  const icon = isCopied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />;
  const shownLabel = isCopied ? 'Copied' : label;
  return (
    <>
      {withText ? (
        <Button size="sm" onClick={copy} {...rest}>
          {icon}
          {shownLabel}
        </Button>
      ) : (
        <IconButton size="sm" label={shownLabel} icon={icon} onClick={copy} {...rest} />
      )}
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </>
  );
}
