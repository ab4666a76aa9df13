export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

export interface DemoPerson {
  email: string;
  call: Call;
  join(token: string, given: object): Promise<{ id: string; call: Call }>;
}

export function signIn(given: {
  url: string;
  account: { email: string; password: string };
  fetch?: typeof globalThis.fetch;
}): Promise<DemoPerson>;
