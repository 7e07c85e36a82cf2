import type {CommandResponse} from '../../server/protocol/models/command.js';
import type {Change} from './change.js';
import type {TypedCommand} from './commands.js';
import type {Press, PressOutcome} from './post-actions.js';
import type {PostRecord} from './records.js';
import type {Seed} from './seed.js';
import type {State} from './state.js';

/** What the small Mattermost does for people and bots, with a plugin in it or without. */
export interface ChatServer {
  /** Its own address, also `ServiceSettings.SiteURL`. */
  readonly siteUrl: string;
  /** Everything that is stored. Read it, but change it only with the functions here. */
  readonly state: State;

  seed(records: Seed): void;
  deletePost(id: string): void;
  /** What a person does in the client. */
  writePost(post: {channel_id: string; user_id: string; message: string; root_id?: string}): PostRecord;
  /** What an administrator does with an account. Resolves when the plugin, if there is one, has been told. */
  deactivateUser(id: string): Promise<void>;
  /** Something beginning with a slash that a person sends in a channel. `undefined`: there is no such command. */
  typeCommand(command: TypedCommand): Promise<CommandResponse | undefined>;
  /** What a person does with a button of a post, ephemeral or not. */
  pressButton(press: Press): Promise<PressOutcome>;
  /** The headers that make a request over HTTP that of a signed-in user. */
  sessionOf(userId: string): {Authorization: string};
  /** `Set-Cookie` headers that sign a browser in, outside of all seats. */
  browserSessionOf(userId: string): readonly string[];
  /** Listens to everything that happens. Call the answer to stop. */
  onChange(listener: (change: Change) => void): () => void;
}
