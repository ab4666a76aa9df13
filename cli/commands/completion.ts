import { Argument, type Command } from 'commander';
import { completionScripts, type Shell, shells } from '@/cli/completion-scripts';
import type { Context } from '@/cli/context';

const help = `
bash   echo 'source <(trackline completion bash)' >> ~/.bashrc
zsh    echo 'source <(trackline completion zsh)' >> ~/.zshrc
fish   trackline completion fish > ~/.config/fish/completions/trackline.fish`;

export function addCompletion(parent: Command, context: Context): void {
  parent
    .command('completion')
    .description('Print what makes a shell complete commands, options and names')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText('after', help)
    .action((shell: Shell) => {
      const script = completionScripts[shell];
      context.show({ shell, script }, () => script.trimEnd());
    });
}
