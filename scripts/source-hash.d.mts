export function hashOf(folder: string, paths: readonly string[]): string;
