'use client';

import { type Ref, type RefObject, useImperativeHandle } from 'react';
import { must } from '@/lib/kit/must';

type AdoptedTriggerProps = { element: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> };

/**
 * The only child of a Radix trigger with `asChild`. Our buttons are on the page long before Radix is: what Radix
 * anchors and gives the focus back to is the button that is there, not a new one.
 */
export function AdoptedTrigger({ element, ref }: AdoptedTriggerProps) {
  useImperativeHandle(ref, () => must(element.current), [element]);
  return null;
}
