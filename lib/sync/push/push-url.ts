export function pushUrl(origin: string, connectionId: string): string {
  return `${origin}/api/webhooks/linear/${connectionId}`;
}

const privateHost =
  /^(localhost|0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[)|\.(local|localhost|internal|lan|home|test|invalid)$/;

/** Whether Linear may call it: https, and no name or number of a private network. Whether it gets through, only a delivery tells. */
export function isPublicAddress(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && hostname.includes('.') && !privateHost.test(hostname.toLowerCase());
}
