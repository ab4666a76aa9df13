import { join } from 'node:path';

/**
 * Inter, the letters of the screens: Latin, Greek and Cyrillic in one file each. Read where npm put them, because a
 * bundle has no place for them; the app runs from the folder that holds node_modules.
 */
const folder = () => join(process.cwd(), 'node_modules', '@expo-google-fonts', 'inter');

export function fontFiles(): { regular: string; bold: string } {
  return {
    regular: join(folder(), '400Regular', 'Inter_400Regular.ttf'),
    bold: join(folder(), '600SemiBold', 'Inter_600SemiBold.ttf'),
  };
}
