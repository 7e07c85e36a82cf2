import {createMattermost, type Mattermost} from '../../sandbox/mattermost/mattermost.js';
import {mentionedMembers} from '../../sandbox/mattermost/mentioned-members.js';
import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import {canonicalHeaderName} from '../../server/protocol/serve-http/header.js';
import {newId} from '../../sandbox/mattermost/state.js';
import {ApiError} from '../../server/protocol/api-error.js';
import type {CommandResponse as SentResponse} from '../../server/protocol/models/command.js';
import {plainAttachment} from '../../server/protocol/plain-json.js';
import {HostAppError} from './host-app-error.js';
import type {
  BurstAnswer,
  CommandArgs,
  CommandResponse,
  HttpRequest,
  PluginHost,
  PluginHostOptions,
} from './plugin-host.js';
import {requestPlugin} from './request-plugin.js';

/** The sandbox's Mattermost as the host. */
export async function startTypeScriptHost(options: PluginHostOptions): Promise<PluginHost> {
  const server = await createMattermost(options);
  return {
    siteUrl: server.siteUrl,
    routesUrl: `${server.siteUrl}/plugins/${server.pluginId}`,
    capabilities: CAPABILITIES.plugin,
    pluginId: server.pluginId,
    ...driving(server),
    ...looking(server),
    ...requesting(server),
    onChange: (listener) => server.onChange(() => listener()),
    close: () => server.close(),
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

function driving(server: Mattermost): Pick<PluginHost, Driving> {
  return {
    seed: async (records) => server.seed(records),
    setServerConfig: (patch) => server.setServerConfig(patch),
    setPluginConfig: (settings) => server.setPluginConfig(settings),
    activate: () => timed(() => server.activate()),
    deactivate: () => timed(() => server.deactivate()),
    checkHealth: () => server.checkHealth(),
    killPlugin: () => server.killPlugin(),
    writePost: async (post) => void server.writePost(post),
    deactivateUser: (id) => server.deactivateUser(id),
    deletePost: async (id) => server.deletePost(id),
    resetCalls: async () => server.faults.resetCalls(),
    fault: async (method, fault, count) => server.faults.add(method, fault, count),
    liftFaults: async () => server.faults.lift(),
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

function looking(server: Mattermost): Pick<PluginHost, Looking> {
  const {state, faults} = server;
  return {
    pluginConfig: async () => state.settings,
    pluginPid: async () => server.pluginPid(),
    posts: async (channelId) =>
      [...state.posts.values()].filter((post) => channelId === undefined || post.channel_id === channelId),
    files: async () => [...state.files.values()].map((file) => ({...file, bytes: Buffer.from(file.bytes)})),
    ephemeralPosts: async () => [...state.ephemeral],
    kv: async () => server.rows(),
    bots: async () => [...state.bots.values()],
    commands: async () => [...state.commands.values()],
    webSocketEvents: async () => state.events.map((event) => ({...event, payload: {...event.payload}})),
    audits: async () => [...state.audits],
    logs: async () => [...state.logs],
    calls: async () => faults.calls(),
  };
}

function requesting(
  server: Mattermost,
): Pick<PluginHost, 'executeCommand' | 'supportData' | 'metrics' | 'http' | 'browserSession' | 'burst'> {
  const {siteUrl, pluginId} = server;
  return {
    executeCommand: (args) => executeCommand(server, args),
    supportData: async () =>
      (await server.supportData()).map(({Filename = '', Body = ''}) => ({
        name: Filename,
        text: Buffer.from(Body).toString(),
      })),
    metrics: () => server.metrics(),
    http: (request) => requestPlugin(`${siteUrl}/plugins/${pluginId}`, request, (id) => server.sessionOf(id)),
    browserSession: (userId) => server.browserSessionOf(userId),
    burst: (requests) => Promise.all(requests.map((request) => requestInside(server, request))),
  };
}

async function executeCommand(server: Mattermost, args: CommandArgs): Promise<CommandResponse> {
  try {
    const teamId = args.teamId ?? server.state.channels.get(args.channelId)?.team_id;
    const sent = {
      UserId: args.userId,
      ChannelId: args.channelId,
      TeamId: args.teamId,
      RootId: args.rootId,
      TriggerId: args.triggerId,
      Command: args.command,
      SiteURL: args.siteUrl ?? server.siteUrl,
      UserMentions: Object.fromEntries(mentionedMembers(server.state, teamId ?? '', args.command)),
    };
    const response = await server.executeCommand(sent, {
      UserAgent: args.userAgent,
      SessionId: args.byPlugin === true ? '' : newId(),
    });
    return toCommandResponse(response);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === undefined) throw error;
    throw new HostAppError(error.message, error.id, error.status, error.details);
  }
}

function toCommandResponse(response: SentResponse): CommandResponse {
  return {
    responseType: response.ResponseType ?? '',
    text: response.Text ?? '',
    gotoLocation: response.GotoLocation ?? '',
    username: response.Username ?? '',
    channelId: response.ChannelId ?? '',
    props: response.Props ?? {},
    attachments: (response.Attachments ?? []).map(plainAttachment),
  };
}

async function requestInside(server: Mattermost, request: HttpRequest): Promise<BurstAnswer> {
  const {method = 'GET', path, headers = {}, userId, body = ''} = request;
  const bytes = Buffer.from(body);
  const sent = {...headers, ...(userId === undefined ? {} : server.sessionOf(userId))};
  const header: Record<string, string[]> = {'Content-Length': [String(bytes.length)]};
  for (const [name, value] of Object.entries(sent)) header[canonicalHeaderName(name)] = [value];
  const {
    status,
    header: received,
    writes,
    microseconds,
  } = await server.request({
    method,
    target: `/plugins/${server.pluginId}${path}`,
    header,
    host: '',
    body: chunksOf(bytes),
  });
  const pairs = Object.entries(received).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return {status, headers: new Headers(pairs), body: Buffer.concat(writes), microseconds};
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

async function timed(work: () => Promise<void>): Promise<{milliseconds: number}> {
  const begin = performance.now();
  await work();
  return {milliseconds: performance.now() - begin};
}
