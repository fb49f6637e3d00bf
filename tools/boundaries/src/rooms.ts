import type { Finding } from './finding.ts';

/** The only places for source in a service. A file elsewhere would be guarded by none of the ring rules. */
const rooms = [
  /^services\/[^/]+\/src\/[^/]+\.ts$/,
  /^services\/[^/]+\/src\/[^/]+\/[^/]+\.ts$/,
  /^services\/[^/]+\/src\/[^/]+\/(domain|persistence)\/.+\.ts$/,
];

/** Layers are rooms of a feature: `src/domain/` would pass for a feature of that name. */
const layerAsFeature = /^services\/[^/]+\/src\/(domain|persistence)\//;

export function roomFindings(modules: readonly string[]): Finding[] {
  return modules
    .filter((path) => /^services\/[^/]+\/src\//.test(path))
    .filter((path) => layerAsFeature.test(path) || !rooms.some((room) => room.test(path)))
    .map((path) => ({ rule: 'known-room', from: path, to: path.slice(0, path.lastIndexOf('/')) }));
}
