import type {AuditRecord} from '../../sandbox/mattermost/records.js';
import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildGoHost, GO_MODULE_FILES, type SdkVersion} from './go-host-build.js';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {installPlugin} from './install-plugin.js';
import {startJsonLines, type Failure, type JsonLines} from './json-lines.js';
import {HostAppError} from './host-app-error.js';
import type {
  BurstAnswer,
  CommandArgs,
  CommandResponse,
  EphemeralPost,
  HostBot,
  HostFile,
  HostPost,
  HttpRequest,
  LogEntry,
  Elapsed,
  Health,
  PluginConfig,
  PluginHost,
  PluginHostOptions,
  RegisteredCommand,
  SupportFile,
  WebSocketEvent,
} from './plugin-host.js';
import {requestPlugin} from './request-plugin.js';

/** Mattermost's official Go module as the host. */
export interface GoHost extends PluginHost {
  /** Runs one command after the other and returns the microseconds of each round trip, measured in Go. */
  timeCommands(args: CommandArgs, count: number): Promise<readonly number[]>;
  /** SIGKILL to the host itself, whose plugin loses it. Nothing but `close` may be called afterwards. */
  crash(): Promise<void>;
  /**
   * The plugin's settings as the server shows them to readers of its configuration, and puts them into support packets.
   */
  maskedConfig(): Promise<PluginConfig>;
}

export const NEWEST_SDK = '11.11' satisfies SdkVersion;

/** The SDK that the tests run on: the newest, or that of `ZOOM_TEST_SDK` (`11.6` or `10.5`). */
export function chosenSdk(chosen = process.env.ZOOM_TEST_SDK ?? NEWEST_SDK): SdkVersion {
  if (!(chosen in GO_MODULE_FILES)) throw new Error(`ZOOM_TEST_SDK=${chosen}: no such SDK`);
  return chosen as SdkVersion;
}

/** Builds the host where needed, installs the plugin on it and waits until it listens. */
export async function startGoHost(options: PluginHostOptions): Promise<GoHost> {
  const sdk = chosenSdk();
  const {executable} = await buildGoHost(sdk);
  const home = await mkdtemp(join(tmpdir(), 'go-host-'));
  const plugins = join(home, 'plugins');
  const webapps = join(home, 'webapps');
  await Promise.all([mkdir(plugins), mkdir(webapps)]);
  const pluginId = await installPlugin(options.pluginDir, plugins, `${sdk}.0`);
  const lines = startJsonLines({
    executable,
    args: ['-plugins', plugins, '-webapps', webapps, '-plugin', pluginId],
    env: {...process.env, ...options.env},
    toError,
  });
  const siteUrl = (await lines.ask('siteUrl')) as string;
  return {
    siteUrl,
    routesUrl: `${siteUrl}/plugins/${pluginId}`,
    capabilities: CAPABILITIES.plugin,
    pluginId,
    ...driving(lines),
    ...looking(lines),
    ...requesting(lines, `${siteUrl}/plugins/${pluginId}`),
    onChange: (listener) => lines.onEvent(({event}) => event === 'changed' && listener()),
    crash: () => lines.kill(),
    maskedConfig: async () => (await lines.ask('maskedConfig')) as PluginConfig,
    async close() {
      await lines.close();
      await rm(home, {recursive: true, force: true});
    },
  };
}

type Driving =
  | 'seed'
  | 'setServerConfig'
  | 'setPluginConfig'
  | 'activate'
  | 'deactivate'
  | 'checkHealth'
  | 'killPlugin'
  | 'deactivateUser'
  | 'writePost'
  | 'deletePost'
  | 'resetCalls'
  | 'fault'
  | 'liftFaults';

function driving(lines: JsonLines): Pick<PluginHost, Driving> {
  const tell = async (op: string, args?: unknown): Promise<void> => void (await lines.ask(op, args));
  return {
    seed: (records) => tell('seed', records),
    setServerConfig: (patch) => tell('setServerConfig', patch),
    setPluginConfig: (settings) => tell('setPluginConfig', lowerCaseNames(settings)),
    activate: async () => (await lines.ask('activate')) as Elapsed,
    deactivate: async () => (await lines.ask('deactivate')) as Elapsed,
    checkHealth: async () => (await lines.ask('checkHealth')) as Health,
    killPlugin: () => tell('killPlugin'),
    writePost: (post) => tell('writePost', post),
    deactivateUser: (id) => tell('deactivateUser', {id}),
    deletePost: (id) => tell('deletePost', {id}),
    resetCalls: () => tell('resetCalls'),
    fault: (method, fault, count) => tell('fault', {method, ...fault, ...count}),
    liftFaults: () => tell('liftFaults'),
  };
}

type Looking =
  | 'pluginConfig'
  | 'pluginPid'
  | 'posts'
  | 'files'
  | 'ephemeralPosts'
  | 'kv'
  | 'bots'
  | 'commands'
  | 'webSocketEvents'
  | 'audits'
  | 'logs'
  | 'calls';

function looking(lines: JsonLines): Pick<PluginHost, Looking> {
  return {
    pluginConfig: async () => (await lines.ask('pluginConfig')) as PluginConfig,
    pluginPid: async () => (await lines.ask('pluginPid')) as number | undefined,
    async posts(channelId) {
      const posts = (await lines.ask('posts')) as HostPost[];
      return channelId === undefined ? posts : posts.filter((post) => post.channel_id === channelId);
    },
    async files() {
      const files = (await lines.ask('files')) as (Omit<HostFile, 'bytes'> & {bytes: string})[];
      return files.map((file) => ({...file, bytes: Buffer.from(file.bytes, 'base64')}));
    },
    ephemeralPosts: async () => (await lines.ask('ephemeralPosts')) as EphemeralPost[],
    async kv() {
      const rows = (await lines.ask('kv')) as Record<string, string>;
      return new Map(Object.entries(rows).map(([key, value]) => [key, Buffer.from(value, 'base64')]));
    },
    bots: async () => (await lines.ask('bots')) as HostBot[],
    commands: async () => (await lines.ask('commands')) as RegisteredCommand[],
    webSocketEvents: async () => (await lines.ask('webSocketEvents')) as WebSocketEvent[],
    audits: async () => (await lines.ask('audits')) as AuditRecord[],
    logs: async () => (await lines.ask('logs')) as LogEntry[],
    calls: async () => (await lines.ask('calls')) as Record<string, number>,
  };
}

function requesting(
  lines: JsonLines,
  pluginUrl: string,
): Pick<
  GoHost,
  'executeCommand' | 'supportData' | 'metrics' | 'timeCommands' | 'http' | 'browserSession' | 'burst'
> {
  return {
    executeCommand: async (args) =>
      commandResponse((await lines.ask('executeCommand', args)) as RestResponse),
    supportData: async () => (await lines.ask('supportData')) as SupportFile[],
    metrics: async () => (await lines.ask('metrics')) as string,
    timeCommands: async (args, count) => (await lines.ask('timeCommands', {args, count})) as number[],
    http: (request) => requestPlugin(pluginUrl, request, session),
    browserSession: (userId) => [
      `MMAUTHTOKEN=session-of-${userId}; Path=/; HttpOnly`,
      `MMCSRF=csrf-of-${userId}; Path=/`,
    ],
    burst: async (requests) =>
      ((await lines.ask('burst', requests.map(burstRequest))) as BurstLine[]).map(burstAnswer),
  };
}

/** A command's answer as Mattermost writes it in JSON; null where the plugin gave none. */
type RestResponse = Record<'response_type' | 'text' | 'goto_location' | 'username' | 'channel_id', string> & {
  props: Record<string, unknown> | null;
  attachments: unknown[] | null;
};

function commandResponse(response: RestResponse): CommandResponse {
  return {
    responseType: response.response_type,
    text: response.text,
    gotoLocation: response.goto_location,
    username: response.username,
    channelId: response.channel_id,
    props: response.props ?? {},
    attachments: response.attachments ?? [],
  };
}

interface BurstLine {
  status: number;
  headers: Record<string, string[]>;
  body: string;
  microseconds: number;
}

function burstRequest({method = 'GET', path, headers = {}, body = '', userId}: HttpRequest): unknown {
  return {
    method,
    path,
    headers: {...headers, ...(userId === undefined ? {} : session(userId))},
    body: Buffer.from(body).toString('base64'),
  };
}

function burstAnswer({status, headers, body, microseconds}: BurstLine): BurstAnswer {
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return {status, headers: new Headers(pairs), body: Buffer.from(body ?? '', 'base64'), microseconds};
}

/** The Go host takes any known user's session to exist. */
function session(userId: string): Record<string, string> {
  return {Authorization: `Bearer session-of-${userId}`};
}

function toError({message, id, status, details}: Failure): Error {
  return status === undefined
    ? new Error(message)
    : new HostAppError(message, id ?? '', status, details ?? '');
}
