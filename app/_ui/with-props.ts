import { cloneElement, type HTMLAttributes, type ReactElement, type Ref } from 'react';

export type ElementProps = HTMLAttributes<HTMLElement> & {
  ref?: Ref<HTMLElement> | undefined;
  [data: `data-${string}`]: string | undefined;
};

/** One element that passes on what it is given to its HTML element: a button, a link, a time. */
export type OneElement = ReactElement<ElementProps>;

/** The element with more props: its own handlers run first, of the rest its own win. */
export function withProps(element: OneElement, added: ElementProps): OneElement {
  const own: Record<string, unknown> = { ...element.props };
  const merged: ElementProps & Record<string, unknown> = { ...added, ...own };
  for (const [name, value] of Object.entries(added)) {
    const ownValue = own[name];
    if (isHandler(ownValue) && isHandler(value)) {
      merged[name] = (event: unknown) => {
        ownValue(event);
        value(event);
      };
    } else if (ownValue === undefined) merged[name] = value;
    else if (name === 'aria-describedby') merged[name] = [ownValue, value].filter(Boolean).join(' ');
  }
  return cloneElement<ElementProps>(element, merged);
}

function isHandler(value: unknown): value is (event: unknown) => void {
  return typeof value === 'function';
}
