'use client';

import type { DropdownMenu } from 'radix-ui';
import { createContext, useContext } from 'react';

export type MenuParts = Pick<
  typeof DropdownMenu,
  'Item' | 'Label' | 'Separator' | 'RadioGroup' | 'RadioItem' | 'ItemIndicator'
>;

/** What a menu is made of comes with the open menu, so a closed one costs nothing. */
export const MenuPartsContext = createContext<MenuParts | null>(null);

export function useMenuParts(): MenuParts {
  const parts = useContext(MenuPartsContext);
  if (!parts) throw new Error('The parts of a menu need a DropdownMenu around them.');
  return parts;
}
