import type {RequiredTool} from './required-tools.js';

/** Everything that can keep a bundle from being made. */
export type BundleProblem =
  | {readonly kind: 'wrong-machine'; readonly machine: string}
  | {readonly kind: 'tools-missing'; readonly tools: readonly RequiredTool[]}
  | {readonly kind: 'node-changed'; readonly file: string; readonly expected: string; readonly found: string}
  | {readonly kind: 'licence-missing'; readonly packages: readonly string[]}
  | {readonly kind: 'too-large'; readonly file: string; readonly bytes: number; readonly limit: number};

const textOf = (problem: BundleProblem): string => {
  switch (problem.kind) {
    case 'wrong-machine':
      return `The bundle is made on Linux x64 (a container will do); this is ${problem.machine}.`;
    case 'tools-missing':
      return problem.tools
        .map(({path, debianPackage}) => `${path} is missing: apt-get install ${debianPackage}`)
        .join('\n');
    case 'node-changed':
      return `${problem.file} is not the file whose hash is recorded: expected ${problem.expected}, found ${problem.found}.`;
    case 'licence-missing':
      return `These bundled packages state no licence: ${problem.packages.join(', ')}.`;
    case 'too-large':
      return `${problem.file} has ${problem.bytes} bytes; a Mattermost server takes at most ${problem.limit} by default.`;
  }
};

/** A bundle could not be made; its message says what to do. */
export class BundleError extends Error {
  override readonly name = 'BundleError';

  constructor(readonly problem: BundleProblem) {
    super(textOf(problem));
  }
}
