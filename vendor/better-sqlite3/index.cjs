// Release 13 asks for Node-API 10, which Node 20 does not get. Release 12, where it was compiled on Node 24.19 or newer, ends
// the process while garbage is collected.
const release = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3-node20';

try {
  module.exports = require(release);
} catch (cause) {
  const hint =
    'Where no binary can be downloaded, Python 3, make and a C++ compiler must be there. Then run npm ci again.';
  throw new Error(`SQLite could not be installed for Node ${process.versions.node}. ${hint}`, { cause });
}
