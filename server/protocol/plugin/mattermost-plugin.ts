import type {CommandArgs, CommandResponse} from '../models/command.js';
import type {Context} from '../models/context.js';
import type {FileData} from '../models/file-data.js';
import type {HttpListener} from '../serve-http/create-http-server.js';
import type {ApiClient} from './api-client.js';

/**
 * A server plugin: the hooks that it serves. A hook that is absent is not announced to Mattermost; one that
 * throws is answered with its message as an error.
 */
export interface MattermostPlugin {
  /** Called once, before everything else. What it throws is shown to the administrator, and the plugin is stopped. */
  readonly onActivate: (api: ApiClient) => Promise<void>;
  /** Called before a stop, which waits up to 10 s for it. */
  readonly onDeactivate?: () => Promise<void>;
  /** Called whenever the server's configuration has changed. */
  readonly onConfigurationChange?: () => Promise<void>;
  readonly executeCommand?: (args: CommandArgs, context: Context) => Promise<CommandResponse>;
  /** Files for the support packet that an administrator downloads. */
  readonly generateSupportData?: () => Promise<readonly FileData[]>;
  /** HTTP below `/plugins/<id>`; the path arrives without that prefix. */
  readonly serveHttp?: HttpListener;
}
