const platform = /-(android|darwin|freebsd|linux|openharmony|win32|wasm32)-([a-z0-9]+)(?:-([a-z]+))?$/;
const libcs = { gnu: 'glibc', musl: 'musl' };

/** The optional packages that the lock's packages name and the lock lacks, as lock entries; they carry no checksum. */
export function lackingPackages({ packages }) {
  const lacking = {};
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isKnown = [`node_modules/${name}`, `${parent}/node_modules/${name}`].some((path) => path in packages);
      if (!isKnown) lacking[`node_modules/${name}`] = entry(name, version, dev);
    }
  }
  return lacking;
}

function entry(name, version, dev) {
  const [, os, cpu, abi] = platform.exec(name) ?? [];
  if (os === undefined || !/^\d/.test(version)) throw new Error(`${name}@${version} is not the package of one system.`);
  const where = os === 'wasm32' ? { cpu: ['wasm32'] } : { cpu: [cpu] };
  const libc = libcs[abi] ? { libc: [libcs[abi]] } : {};
  return {
    version,
    ...where,
    ...(dev ? { dev } : {}),
    ...libc,
    optional: true,
    ...(os === 'wasm32' ? {} : { os: [os] }),
  };
}
