import type {ChatServer} from './chat-server.js';
import {createCommandHooks} from './command-hooks.js';
import {configText} from './config-text.js';
import {createCommandLine, type CommandSource} from './commands.js';
import {defaultConfig} from './configuring.js';
import {customCommands} from './custom-commands.js';
import {createDelivery, type Deliver} from './delivery.js';
import {createActivation} from './activation.js';
import {deletePost} from './api/posts.js';
import {createPressing} from './post-actions.js';
import {botRoutes} from './rest/bot-routes.js';
import type {RestRoute} from './rest/call.js';
import {sessionCookies} from './rest/browser-session.js';
import {channelRoutes} from './rest/channel-routes.js';
import {type AskPlugin, commandRoutes} from './rest/command-routes.js';
import {createRest} from './rest/create-rest.js';
import {fileRoutes} from './rest/file-routes.js';
import {createFrontDesk} from './rest/front-desk.js';
import type {Page, PageFile} from './rest/page.js';
import {postRoutes} from './rest/post-routes.js';
import {postWritingRoutes} from './rest/post-writing-routes.js';
import {preferenceRoutes} from './rest/preference-routes.js';
import {createRestFaults, type RestFaults} from './rest/rest-faults.js';
import {roleRoutes} from './rest/role-routes.js';
import {serveEvents} from './rest/serve-events.js';
import {slashCommandRoutes} from './rest/slash-command-routes.js';
import {systemRoutes} from './rest/system-routes.js';
import {teamRoutes} from './rest/team-routes.js';
import {tokenRoutes} from './rest/token-routes.js';
import {userRoutes} from './rest/user-routes.js';
import {addPost} from './post-rules.js';
import {newPost, seed} from './seed.js';
import type {UserRecord} from './records.js';
import type {Sessions} from './sessions.js';
import {openSite, type ServePlugin} from './site.js';
import type {State} from './state.js';
import {createTriggers} from './triggers.js';

/** What the plugin adds to the server. */
export interface Carried {
  readonly pluginId: string;
  readonly servePlugin: ServePlugin;
  readonly commands: CommandSource;
  readonly routes: readonly RestRoute[];
  /** Is told whose account was deactivated. */
  readonly userDeactivated: (user: UserRecord) => Promise<void>;
  /** A file that it offers to everybody. */
  readonly file: (path: string) => Promise<PageFile | undefined>;
}

/** A server that carries nothing. */
export const nothing: Carried = {
  pluginId: '',
  servePlugin: () => undefined,
  commands: async () => undefined,
  routes: [],
  userDeactivated: async () => undefined,
  file: async () => undefined,
};

export interface ChatServerParts {
  readonly state: State;
  readonly sessions: Sessions;
  readonly carried: Carried;
  /** What a browser is shown. */
  readonly page: Page;
  /** 0: a free one. */
  readonly port: number;
}

/** The server, with its end and its faults. */
export interface OpenChatServer extends ChatServer {
  readonly restFaults: RestFaults;
  dropWebSockets(): void;
  readonly closeSite: () => Promise<void>;
}

/** Puts the parts together and listens. Sets the config of a new server. */
export async function openChatServer(parts: ChatServerParts): Promise<OpenChatServer> {
  const {state, sessions, carried, page, port} = parts;
  let address = '';
  const {commandLine, pressButton, setActive, routes} = createInside(parts, () => address);
  const restFaults = createRestFaults();
  const rest = createRest(state, routes, restFaults);
  const host = (): string => address.replace('http://', '');
  const frontDesk = createFrontDesk({state, sessions, rest, page, pluginFile: carried.file, host});
  const site = await openSite(carried.servePlugin, frontDesk, port);
  address = site.url;
  const events = serveEvents(site.server, {state, sessions, pluginId: carried.pluginId});
  state.serverConfig = defaultConfig(site.url);
  return {
    siteUrl: site.url,
    state,
    seed: (records) => seed(state, records),
    deletePost: (id) => deletePost(state, id),
    writePost: (post) => addPost(state, {...newPost(state.now()), ...post}),
    deactivateUser: (id) => setActive(id, false),
    typeCommand: commandLine,
    pressButton,
    sessionOf: (userId) => sessions.headersOf(userId),
    browserSessionOf: (userId) => sessionCookies(userId, '/', sessions),
    onChange: (listener) => state.changes.listen(listener),
    restFaults,
    dropWebSockets: () => events.drop(),
    async closeSite() {
      restFaults.lift();
      events.close();
      await site.close();
    },
  };
}

/** A list that the plugin gives to somebody who types a command; nothing where it does not answer. */
const askPluginIn =
  (pluginId: string, deliver: Deliver): AskPlugin =>
  async (path, userId) => {
    const {status, body} = await deliver({url: `/plugins/${pluginId}/${path}`, userId});
    return status === 200 ? (JSON.parse(Buffer.from(body).toString()) as unknown) : [];
  };

/** Everything behind the site. */
function createInside({state, sessions, carried}: ChatServerParts, address: () => string) {
  const siteUrl = (): string => configText(state, 'ServiceSettings', 'SiteURL');
  const triggers = createTriggers(state.now);
  const deliver = createDelivery({sessions, servePlugin: carried.servePlugin, siteUrl});
  const hooks = createCommandHooks(state);
  const custom = customCommands(state, {triggers, hooks, siteUrl});
  const commandLine = createCommandLine([carried.commands, custom]);
  const pressButton = createPressing(state, triggers, deliver);
  const setActive = createActivation(state, {sessions, userDeactivated: carried.userDeactivated});
  const routes = [
    ...systemRoutes(state, address),
    ...userRoutes(state, setActive),
    ...preferenceRoutes(state),
    ...teamRoutes(state),
    ...botRoutes(state),
    ...tokenRoutes(state, sessions),
    ...channelRoutes(state),
    ...roleRoutes,
    ...postRoutes(state, pressButton),
    ...postWritingRoutes(state),
    ...fileRoutes(state),
    ...commandRoutes(state, {runLine: commandLine, hooks, askPlugin: askPluginIn(carried.pluginId, deliver)}),
    ...slashCommandRoutes(state),
    ...carried.routes,
  ];
  return {commandLine, pressButton, setActive, routes};
}
