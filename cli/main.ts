import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { WriteStream } from 'node:tty';
import { exitCodes } from './exit-codes';
import type { Io, OutStream } from './io';
import { run } from './run';

/** The command line of this process. */
export async function main(host: NodeJS.Process): Promise<void> {
  const interrupt = new AbortController();
  host.once('SIGINT', () => interrupt.abort(new Error('Interrupted')));
  // Who reads only the head of a list closes the pipe: that is no error.
  host.stdout.on('error', (error: NodeJS.ErrnoException) => host.exit(error.code === 'EPIPE' ? 0 : 1));
  const io: Io = {
    env: host.env,
    cwd: host.cwd(),
    home: homedir(),
    stdout: outStream(host.stdout),
    stderr: outStream(host.stderr),
    isInteractive: host.stdin.isTTY && host.stderr.isTTY,
    ask: (question, how) => ask(host, question, how?.hidden ?? false),
    readInput: () => text(host.stdin),
    now: () => new Date(),
    signal: interrupt.signal,
  };
  host.exitCode = await run(host.argv.slice(2), io);
}

function outStream(stream: WriteStream): OutStream {
  return {
    write: (data) => void stream.write(data),
    isTty: stream.isTTY,
    // Some terminals do not say, and answer 0.
    columns: stream.isTTY ? stream.columns || null : null,
  };
}

/** On standard error, so that standard output has the result only. What is hidden is not shown while it is typed. */
async function ask({ stdin, stderr, exit }: NodeJS.Process, question: string, hidden: boolean): Promise<string> {
  let isMuted = false;
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (!isMuted) stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: stdin, output, terminal: true });
  reader.once('SIGINT', () => {
    reader.close();
    exit(exitCodes.interrupted);
  });
  const answer = reader.question(question);
  isMuted = hidden;
  try {
    return (await answer).trim();
  } finally {
    reader.close();
    if (hidden) stderr.write('\n');
  }
}
