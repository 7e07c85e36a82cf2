/** Everything that can keep a bundle from running on a server. */
export type DeployProblem =
  | {readonly kind: 'no-address'}
  | {readonly kind: 'bad-address'; readonly address: string}
  | {readonly kind: 'no-token'}
  | {readonly kind: 'token-file-unreadable'; readonly file: string}
  | {readonly kind: 'bundle-missing'; readonly file: string}
  | {readonly kind: 'unreachable'; readonly url: string; readonly reason: string}
  | {readonly kind: 'not-mattermost'; readonly url: string}
  | {readonly kind: 'redirected'; readonly location: string}
  | {readonly kind: 'wrong-token'}
  | {readonly kind: 'not-admin'}
  | {readonly kind: 'server-too-old'; readonly version: string; readonly needed: string}
  | {readonly kind: 'plugins-disabled'}
  | {readonly kind: 'uploads-disabled'}
  | {readonly kind: 'signature-required'}
  | {readonly kind: 'too-large'; readonly bytes: number; readonly limit: number}
  | {readonly kind: 'too-large-on-the-way'; readonly bytes: number}
  | {readonly kind: 'upload-broke'; readonly reason: string}
  | {readonly kind: 'refused'; readonly status: number; readonly message: string}
  | {readonly kind: 'plugin-failed'; readonly state: string; readonly error: string}
  | {readonly kind: 'not-running'; readonly seconds: number};

const mebibytes = (bytes: number) => `${(bytes / (1024 * 1024)).toFixed(1)} MiB`;

type Texts = {
  readonly [Kind in DeployProblem['kind']]: (problem: Extract<DeployProblem, {kind: Kind}>) => string;
};

/** What each problem means and what to do about it. */
const texts: Texts = {
  'no-address': () => 'Which server? Give --url https://chat.example.com, or set MM_SERVICESETTINGS_SITEURL.',
  'bad-address': ({address}) => `${address} is no web address; it starts with https:// or http://.`,
  'no-token': () =>
    "Put a system admin's personal access token into a file and give --token-file FILE, or set MM_ADMIN_TOKEN.",
  'token-file-unreadable': ({file}) => `The token file ${file} cannot be read, or is empty.`,
  'bundle-missing': ({file}) => `There is no bundle ${file}: run npm run bundle first.`,
  unreachable: ({url, reason}) =>
    `${url} cannot be reached (${reason}). Is the address right, is the server up?`,
  'not-mattermost': ({url}) =>
    `What answers at ${url} is not Mattermost. Give the Site URL, with its path if there is one.`,
  redirected: ({location}) => `The server sends uploads on to ${location}: give that address with --url.`,
  'wrong-token': () =>
    'The server does not know this token. It may have been revoked, or belong to another server.',
  'not-admin': () => 'The token is not that of a system admin; only they may install plugins.',
  'server-too-old': ({version, needed}) =>
    `The server is Mattermost ${version}; the plugin needs ${needed} or newer.`,
  'plugins-disabled': () =>
    'Plugins are switched off. System Console > Plugin Management > Enable Plugins (PluginSettings.Enable).',
  'uploads-disabled': () =>
    'Plugin uploads are switched off. Set PluginSettings.EnableUploads to true in config.json, or MM_PLUGINSETTINGS_ENABLEUPLOADS=true, and restart the server.',
  'signature-required': () =>
    'The server takes signed plugins only, and those not by upload. Set PluginSettings.RequirePluginSignature to false, or install the bundle and its signature on the server.',
  'too-large': ({bytes, limit}) =>
    `The bundle has ${mebibytes(bytes)}, the server takes ${mebibytes(limit)} at most. Raise FileSettings.MaxFileSize, or give --bundle with the archive of one platform.`,
  'too-large-on-the-way': ({bytes}) =>
    `The bundle has ${mebibytes(bytes)}, which something on the way refuses (413). Raise FileSettings.MaxFileSize and the proxy's limit (nginx: client_max_body_size), or give --bundle with the archive of one platform.`,
  'upload-broke': ({reason}) =>
    `The connection broke during the upload (${reason}). A proxy with a lower limit or time-out does that; its log tells.`,
  refused: ({status, message}) => `The server refused (${status}): ${message}`,
  'plugin-failed': ({state, error}) =>
    `The plugin is installed but ${state}${error === '' ? '; the server log tells why' : `: ${error}`}.`,
  'not-running': ({seconds}) =>
    `The plugin is installed but does not run after ${seconds} seconds. System Console > Plugin Management tells its state.`,
};

const textOf = (problem: DeployProblem): string =>
  // TypeScript does not see that the kind picks the text of its own problem.
  (texts[problem.kind] as (problem: DeployProblem) => string)(problem);

/** The bundle does not run on the server; the message says why and what to do. */
export class DeployError extends Error {
  override readonly name = 'DeployError';

  constructor(readonly problem: DeployProblem) {
    super(textOf(problem));
  }
}
