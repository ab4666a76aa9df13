import type { Io, OutStream } from './io';

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

export type Style = keyof typeof codes;
export type Paint = (style: Style, text: string) => string;

/** Colours only for a terminal, and not where NO_COLOR is set to anything (no-color.org). */
export function paintFor(stream: OutStream, env: Io['env']): Paint {
  const hasColors = stream.isTty && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (style, text) => {
    const [on, off] = codes[style];
    return hasColors && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}
