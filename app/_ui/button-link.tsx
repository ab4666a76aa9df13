import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonStyles } from './button-styles';
import { cn } from './cn';

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook;

/** A link that looks like a button. */
export function ButtonLink({ variant, size, block, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={cn(buttonStyles({ variant, size, block }), className)} />;
}
