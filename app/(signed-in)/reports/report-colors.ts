/** The same thing on the light and on the dark canvas. */
export type ShownColor = { light: string; dark: string };

/** Told apart also by eyes that see no red or no green, and at 3:1 on either canvas (tests/unit/ui/report-colors). */
export const categoryColors: readonly ShownColor[] = [
  { light: '#6e50d9', dark: '#4e73f6' },
  { light: '#7b3609', dark: '#a26425' },
  { light: '#079b8b', dark: '#3beca8' },
  { light: '#b20965', dark: '#ca40a1' },
  { light: '#198ed2', dark: '#37bffa' },
  { light: '#30a100', dark: '#81a904' },
  { light: '#7d6f2a', dark: '#f1c60f' },
  { light: '#f24e76', dark: '#d68d98' },
];
export const otherColor: ShownColor = { light: '#878c9b', dark: '#6d7280' };
export const accentColor: ShownColor = { light: '#5b5bd6', dark: '#7c7cf0' };

export const canvas = { light: '#ffffff', dark: '#121317' };
const leastContrast = 3;

/** A colour for each: its own where it has one, else the next of the set; beyond the set all look alike. */
export function colorsOf(bySize: readonly { key: string; color: string | null }[]): Map<string, ShownColor> {
  const colors = new Map<string, ShownColor>();
  let used = 0;
  for (const { key, color } of bySize) {
    if (color && /^#[\da-f]{6}$/i.test(color)) colors.set(key, readable(color));
    else {
      colors.set(key, categoryColors[used] ?? otherColor);
      used += 1;
    }
  }
  return colors;
}

/** A colour from outside, made darker or lighter until it stands out from the canvas. */
export function readable(color: string): ShownColor {
  return { light: standOut(color, canvas.light, 0), dark: standOut(color, canvas.dark, 255) };
}

function standOut(color: string, ground: string, towards: 0 | 255): string {
  let channels = channelsOf(color);
  while (contrast(hexOf(channels), ground) < leastContrast) {
    channels = channels.map((channel) => channel + (towards - channel) * 0.1);
  }
  return hexOf(channels);
}

/** WCAG's ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
