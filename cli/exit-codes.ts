/** docs/command-line.md lists them: scripts go by these numbers, so they never change. */
export const exitCodes = {
  done: 0,
  general: 1,
  badArguments: 2,
  /** No such state or label, or a transition that Linear refuses. */
  invalid: 3,
  issueNotFound: 10,
  authentication: 11,
  network: 12,
  rateLimited: 13,
  /** As shells count it: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
