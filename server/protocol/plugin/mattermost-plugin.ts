import type {CommandArgs, CommandResponse} from '../models/command.js';
import type {Context} from '../models/context.js';
import type {FileData} from '../models/file-data.js';
import type {Post} from '../models/post.js';
import type {User} from '../models/user.js';
import type {HttpListener} from '../serve-http/create-http-server.js';
import type {ApiClient} from './api-client.js';

/**
 * A server plugin: the hooks that it serves. Mattermost is told only of the hooks that are there. When one throws,
 * Mattermost gets the message as the hook's error.
 *
 * Fields of Mattermost's structs are named as in Go, and `undefined` stands for Go's zero value: `''`, `0`, `false`.
 *
 * @example A plugin that answers `/hello`
 * ```ts
 * import type {MattermostPlugin} from './protocol/plugin/mattermost-plugin.js';
 *
 * export const hello: MattermostPlugin = {
 *   async onActivate(api) {
 *     await api.RegisterCommand({Trigger: 'hello', AutoComplete: true, AutoCompleteDesc: 'Says hello'});
 *   },
 *   async executeCommand({UserId = ''}) {
 *     return {ResponseType: 'ephemeral', Text: `Hello, ${UserId}.`};
 *   },
 * };
 * ```
 *
 * Source: https://pkg.go.dev/github.com/mattermost/mattermost/server/public/plugin#Hooks
 */
export interface MattermostPlugin {
  /**
   * Called once, before every other hook. If it throws, the administrator reads the message and the plugin is stopped.
   * Keep `api`: it is the same for as long as the plugin runs.
   */
  readonly onActivate: (api: ApiClient) => Promise<void>;
  /** Called before the plugin is stopped. The server waits up to 10 s for it. */
  readonly onDeactivate?: () => Promise<void>;
  /** Called after every change of the server's configuration; a first time only when something changes. */
  readonly onConfigurationChange?: () => Promise<void>;
  /**
   * Answers a slash command that the plugin has registered. `Command` is the whole line as it was typed. What it throws
   * reaches the user as an error; throw an `ApiError` to choose the status.
   */
  readonly executeCommand?: (args: CommandArgs, context: Context) => Promise<CommandResponse>;
  /** Files for the support packet that an administrator downloads. */
  readonly generateSupportData?: () => Promise<readonly FileData[]>;
  /**
   * Called on one node after an administrator has deactivated an account. Nobody waits for it, and what it throws is
   * only reported.
   */
  readonly userHasBeenDeactivated?: (user: User) => Promise<void>;
  /**
   * Called beside every new post: of people, bots, plugins and the system, in all channels. Nobody waits for it but the
   * next plugin, and what it throws is only reported.
   */
  readonly messageHasBeenPosted?: (post: Post) => void | Promise<void>;
  /**
   * Answers HTTP requests below `/plugins/<id>`; the path arrives without that prefix. A request with a valid session
   * has the user's id in `Mattermost-User-Id`, a header that clients cannot set themselves.
   */
  readonly serveHttp?: HttpListener;
  /**
   * Answers `/plugins/<id>/metrics` on Mattermost's own listener for metrics (`MetricsSettings.ListenAddress`), in
   * Prometheus' text format. From 11.8 on, Mattermost shows it among its own, too.
   */
  readonly serveMetrics?: HttpListener;
}
