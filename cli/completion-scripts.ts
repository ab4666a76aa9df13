export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** The word that asks for completions: what follows it are the words typed so far, the last one unfinished. */
export const completeWord = '__complete';

const bash = `# bash completion for trackline
_trackline() {
  local value
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    COMPREPLY+=("$(printf '%q' "$value")")
  done < <(trackline ${completeWord} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _trackline trackline
`;

const zsh = `#compdef trackline
# zsh completion for trackline
_trackline() {
  local -a found
  local value text
  while IFS=$'\\t' read -r value text; do
    found+=("\${value//:/\\\\:}\${text:+:$text}")
  done < <(trackline ${completeWord} "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then
    _describe -t values trackline found
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _trackline ]]; then
  _trackline "$@"
else
  (( \${+functions[compdef]} )) || { autoload -Uz compinit && compinit }
  compdef _trackline trackline
fi
`;

const fish = `# fish completion for trackline
function __trackline_complete
  set -l typed (commandline -opc)
  set -e typed[1]
  set -l current (commandline -ct)
  trackline ${completeWord} $typed "$current" 2>/dev/null
end
complete -c trackline -f -a '(__trackline_complete)'
complete -c trackline -n '__fish_seen_subcommand_from export' -s o -l output -r -F
`;

export const completionScripts: Record<Shell, string> = { bash, zsh, fish };
