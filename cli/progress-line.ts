import type { Context } from './context';
import { cut } from './plain';

export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

const eraseLine = '\r\u001b[2K';

/** One line that is written over on a terminal; elsewhere a line for each change, and nothing at all for scripts. */
export function progressLine({ io: { stderr }, wantsJson }: Context): ProgressLine {
  let last = '';
  return {
    show(text) {
      if (wantsJson || text === last) return;
      last = text;
      stderr.write(stderr.isTty ? eraseLine + cut(text, (stderr.columns ?? 80) - 1) : `${text}\n`);
    },
    clear() {
      if (last !== '' && stderr.isTty) stderr.write(eraseLine);
    },
  };
}
