interface LockedPackage {
  version?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, {optional?: boolean}>;
  [field: string]: unknown;
}

/** A lock file of npm's third version: packages by the folders into which they go, '' for the project itself. */
export interface Lock {
  name: string;
  version: string;
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

/** What says where a package came from, or that only the development needs it. */
const LEFT_OUT = ['resolved', 'dev', 'devOptional', 'devDependencies'];

/**
 * The part of a lock file that somebody needs who runs the project: exact versions with their hashes, and no address of
 * a registry, so that everybody's own one serves.
 * @throws Error when the lock file lacks a package that is needed
 */
export function productionLock({name, version, lockfileVersion, packages}: Lock): Lock {
  const needed = new Set<string>(['']);
  for (const folder of needed) {
    const known = packages[folder] ?? {};
    for (const dependency of Object.keys({...known.dependencies, ...requiredPeers(known)})) {
      const place = placeOf(packages, folder, dependency);
      if (place === undefined) throw new Error(`The lock file lacks ${dependency}, which ${folder} needs.`);
      needed.add(place);
    }
    for (const dependency of Object.keys(known.optionalDependencies ?? {})) {
      const place = placeOf(packages, folder, dependency);
      if (place !== undefined) needed.add(place);
    }
  }
  const kept = [...needed]
    .sort()
    .map((folder) => [folder, without(packages[folder] ?? {}, LEFT_OUT)] as const);
  return {name, version, lockfileVersion, packages: Object.fromEntries(kept)};
}

const requiredPeers = ({peerDependencies = {}, peerDependenciesMeta = {}}: LockedPackage) =>
  without(
    peerDependencies,
    Object.keys(peerDependenciesMeta).filter((peer) => peerDependenciesMeta[peer]?.optional === true),
  );

/** Where Node finds it: beside the package, or beside one of those that it is in. */
function placeOf(packages: Lock['packages'], folder: string, dependency: string): string | undefined {
  const place = `${folder === '' ? '' : `${folder}/`}node_modules/${dependency}`;
  if (packages[place] !== undefined) return place;
  return folder === ''
    ? undefined
    : placeOf(packages, folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), dependency);
}

const without = <T extends Record<string, unknown>>(fields: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as T;
