import {createBotAccount} from './bot-accounts.js';
import type {ChatServer} from './chat-server.js';
import {createServerConfiguring, type ServerConfiguring} from './configuring.js';
import {nothing, openChatServer} from './open-chat-server.js';
import type {Page} from './rest/page.js';
import type {RestFaults} from './rest/rest-faults.js';
import {serverConfigRoutes} from './rest/server-config-routes.js';
import {createSessions} from './sessions.js';
import {createState} from './state.js';

/**
 * A small Mattermost without a plugin, beside which a service runs: it has a bot's token for the REST API and the
 * websocket, and is sent slash commands and buttons over HTTP.
 */
export interface MattermostForService extends ChatServer, ServerConfiguring {
  /** Of the REST API. */
  readonly faults: RestFaults;
  /** Makes a bot account with a token. `roles`: words with blanks between; default: an ordinary user's. */
  addBot(bot: {username: string; roles?: string}): {userId: string; token: string};
  /** Cuts every websocket, as a restart of the server does; new ones are accepted. */
  dropWebSockets(): void;
  /** Lifts the faults and closes the server. May be called twice. */
  close(): Promise<void>;
}

export interface MattermostForServiceOptions {
  /** Milliseconds since 1970; default: the machine's clock. */
  readonly now?: () => number;
  /** What a browser is shown; default: nothing. */
  readonly page?: Page;
  /** Default: a free one. */
  readonly port?: number;
}

export async function createMattermostForService({
  now = Date.now,
  page = new Map(),
  port = 0,
}: MattermostForServiceOptions = {}): Promise<MattermostForService> {
  const state = createState(now);
  const sessions = createSessions(state);
  const {restFaults, closeSite, ...server} = await openChatServer({
    state,
    sessions,
    carried: {...nothing, routes: serverConfigRoutes(state)},
    page,
    port,
  });
  return {
    ...server,
    ...createServerConfiguring(state),
    faults: restFaults,
    addBot: (bot) => {
      const {user_id: userId} = createBotAccount(state, bot);
      return {userId, token: sessions.addToken(userId).token};
    },
    close: closeSite,
  };
}
