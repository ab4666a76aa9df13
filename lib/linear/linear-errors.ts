import { AppError } from '@/lib/errors/app-error';

/** Refused for now: nothing is wrong, it goes on at `resetAt`. */
export class LinearRateLimited extends AppError {
  override readonly name = 'LinearRateLimited';
  readonly resetAt: Date;

  constructor(resetAt: Date, cause?: unknown) {
    super('linear_rate_limited', "Linear's rate limit is used up.", {
      hint: 'A sync goes on by itself when the limit resets. To test a key, try again then.',
      cause,
    });
    this.resetAt = resetAt;
  }
}

/** Their words are Linear's own, or need more than a code to say. */
type Spoken = 'linear_rate_limited' | 'linear_refused' | 'linear_issue_gone' | 'linear_write_unknown';
type LinearCode = Extract<AppError['code'], `linear_${string}`>;

const texts: Record<Exclude<LinearCode, Spoken>, { message: string; hint: string }> = {
  linear_auth_failed: {
    message: 'Linear does not accept this API key.',
    hint: 'It may be mistyped, revoked or expired. Make a new personal API key in Linear under Settings, Security & access, and replace it here.',
  },
  linear_bearer_prefix: {
    message: 'Linear refused the form of the key.',
    hint: 'Paste the personal API key alone (lin_api_…), without "Bearer".',
  },
  linear_scope_missing: {
    message: 'The key may not read what the sync needs.',
    hint: 'Give the key the Read permission in Linear, or make one that has it.',
  },
  linear_wrong_workspace: {
    message: 'This key belongs to another workspace.',
    hint: 'Paste a key of the workspace that this connection was made for, or add a new connection.',
  },
  linear_forbidden: {
    message: 'Linear forbids this key to read the workspace.',
    hint: 'Check the permissions of the key and that its owner is still a member of the workspace.',
  },
  linear_plan_limit: {
    message: "Linear refused because of the workspace's plan.",
    hint: 'A workspace admin can see the limit in Linear under Settings, Billing.',
  },
  linear_network: {
    message: 'Linear cannot be reached.',
    hint: 'Check that this server has internet access and that its DNS and firewall allow the Linear API.',
  },
  linear_tls: {
    message: 'The secure connection to Linear failed.',
    hint: 'A proxy may be replacing certificates: add its certificate with NODE_EXTRA_CA_CERTS, and check the clock of this server.',
  },
  linear_timeout: {
    message: 'Linear did not answer in time.',
    hint: 'This passes in most cases. If it stays so, look at the network of this server and at the status page of Linear.',
  },
  linear_proxy_page: {
    message: 'Something between this server and Linear answered with a web page.',
    hint: 'A proxy or login page is in the way: let this server reach the Linear API directly.',
  },
  linear_bad_answer: {
    message: 'The answer of Linear was broken.',
    hint: 'This passes in most cases. If it stays so, a proxy may be cutting answers short.',
  },
  linear_server_error: {
    message: 'Linear had an internal error.',
    hint: 'This passes in most cases. The status page of Linear may say more.',
  },
  linear_query_refused: {
    message: 'Linear refused the question that was asked.',
    hint: 'Its API may have changed. Update Trackline, or report this with the log of the server.',
  },
};

export function linearError(code: keyof typeof texts, detail?: string, cause?: unknown): AppError {
  const { message, hint } = texts[code];
  return new AppError(code, detail ? `${message.slice(0, -1)} (${detail}).` : message, { hint, cause });
}

/** Worth another try: the same question may be answered next time. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['linear_network', 'linear_timeout', 'linear_bad_answer', 'linear_server_error'].includes(error.code)
  );
}
