import {platforms, type Platform} from './platforms.js';

/** One archive that people can install. */
export interface BundleVariant {
  /** What its file name ends with: `zoom-<version>-<suffix>.tar.gz`. */
  readonly suffix: string;
  readonly platforms: readonly Platform[];
}

/** Every archive: first the one that suits all servers, then a smaller one for each platform. */
export const bundleVariants: readonly BundleVariant[] = [
  {suffix: 'linux', platforms},
  ...platforms.map((platform) => ({suffix: platform.name, platforms: [platform]})),
];
