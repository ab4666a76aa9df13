import { Command } from 'commander';
import manifest from '@/package.json' with { type: 'json' };
import { addCollection } from './commands/collection';
import { addCompletion } from './commands/completion';
import { addConnection } from './commands/connection';
import { addDrafts } from './commands/drafts';
import { addExport } from './commands/export';
import { addIssue } from './commands/issue';
import { addLog } from './commands/log';
import { addLogin } from './commands/login';
import { addLogout } from './commands/logout';
import { addReport } from './commands/report';
import { addTimer } from './commands/timer';
import type { Context } from './context';

const footer = `
Exit codes: 0 done, 1 general, 2 bad arguments, 3 invalid state, label or
transition, 10 issue not found, 11 authentication, 12 network, 13 rate limited.

TRACKLINE_URL and TRACKLINE_TOKEN win over what trackline login stored.`;

/** The tree of commands: the help and the completion are made of it too. */
export function makeProgram(context: Context): Command {
  const program = new Command('trackline')
    .description('Track time on Linear issues, on a Trackline server.')
    .version(manifest.version)
    .option('--json', 'one JSON document on standard output, errors as JSON on standard error')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.io.stdout.write(text),
      writeErr: (text) => context.note(text.trimEnd()),
      // `run` says it, as it says every error.
      outputError: () => undefined,
      getOutHelpWidth: () => context.io.stdout.columns ?? 100,
      getErrHelpWidth: () => context.io.stderr.columns ?? 100,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', footer)
    .hook('preAction', (_, command) => {
      context.wantsJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
    });
  addHelpGroups(program, context);
  return program;
}

function addHelpGroups(program: Command, context: Context): void {
  program.commandsGroup('Time:');
  addTimer(program, context);
  addLog(program, context);
  addReport(program, context);
  addExport(program, context);
  addDrafts(program, context);
  program.commandsGroup('Linear:');
  addIssue(program, context);
  addCollection(program, context);
  addConnection(program, context);
  program.commandsGroup('This computer:');
  addLogin(program, context);
  addLogout(program, context);
  addCompletion(program, context);
  const help = new Command('help').argument('[command]').description('Show the help of a command');
  program.addHelpCommand(help.helpGroup('This computer:'));
}
