export function lackingPackages(lock: { packages: Record<string, object> }): Record<string, object>;
