import type {IncomingMessage, ServerResponse} from 'node:http';
import type {CheckState} from '../../../contract/admin.js';
import type {SenderStanding} from '../domain/sender-standing.js';
import type {ChatPost, PrivateMessage} from './chat.js';
import type {Host} from './host.js';
import type {MetricFamily} from './metrics.js';

/** A slash command as it was typed. */
export interface CommandRequest {
  userId: string;
  channelId: string;
  /** The thread that it was typed in; '' outside threads. */
  rootId: string;
  /** Ids of the people whose user names stand in the line behind an `@`, as far as the host knows them. */
  mentions?: ReadonlyMap<string, string>;
  /** The whole line, for example `/zoom start Weekly planning`. */
  text: string;
  /**
   * Asks whether the command is as it says, where that is only claimed; nothing happens before the answer. Rejects with
   * an error of the chat's. Missing: Mattermost itself says who has typed and where.
   */
  standing?: () => Promise<SenderStanding>;
  /**
   * Mattermost has made sure, in this very request, that this person may post in this channel and that the channel is
   * not archived. False where nobody knows.
   */
  mayPostHere: boolean;
  /** The client in which it was typed draws our cards, with their own buttons. False if that is not known. */
  drawsCards: boolean;
}

/** Shown only to the person who typed the command. */
export interface CommandReply extends PrivateMessage {
  /** When it is shown according to its buttons, in milliseconds since the epoch; default: now. */
  createdAt?: number;
  /** An address that opens for the person at once. */
  goToUrl?: string;
}

/** A post that somebody has just written. */
export interface WrittenPost {
  id: string;
  channelId: string;
  /** The thread; '' outside threads. */
  rootId: string;
  userId: string;
  message: string;
  /** An ordinary message of a person here: neither the system's, nor a bot's, an integration's or another server's. */
  isByPerson: boolean;
}

/** One file for those who help from outside. */
export interface SupportFile {
  /** With its folder, for example `zoom/diagnostics.yaml`. */
  name: string;
  text: string;
}

/** One line of the set-up's list, in English, for the operator of the host. */
export interface SetupLine {
  /** What was tested. It stays the same for programs, as does the next. */
  id: string;
  /** What was found. */
  finding: string;
  /** not-yet: nothing is wrong with it, and it comes when the set-up goes on. */
  state: CheckState | 'not-yet';
  title: string;
  /** What was found, and what to do about it. */
  text: string;
  /** The webhook address, secret included, where Zoom does not seem to have it. */
  webhookAddress?: string;
}

export type TakeUpOutcome =
  /** Its card is on record again, and Zoom will be asked how its meeting is. */
  | 'taken-up'
  | 'on-record'
  /** Its meeting has ended, and it says so: there is nothing to follow. */
  | 'over'
  /** The start that posted it is not finished, and will put it on record. */
  | 'under-way'
  /** The plugin or an earlier version posted it, or somebody has changed it. */
  | 'unsigned'
  /** It was changed, copied or moved, or the key is another one now. */
  | 'not-genuine'
  /** Other posts claim to be the same card, and its signature does not name it. */
  | 'ambiguous'
  /** This version cannot read what is stored of its meeting or its channel. The log has named the row. */
  | 'unreadable';

/** What became of a post that shows a card. */
export interface TakeUp {
  postId: string;
  outcome: TakeUpOutcome;
}

/**
 * What a host carries. Nothing here rejects or throws, unless it says so: failures become replies, statuses and log
 * lines.
 */
export interface Application {
  /** Reads the settings and registers the command; work left by an earlier run is finished afterwards. */
  start(): Promise<void>;
  settingsChanged(): Promise<void>;
  runCommand(request: CommandRequest): Promise<CommandReply>;
  /** An administrator has deactivated the person's account: what acts for them ends. */
  userDeactivated(userId: string): Promise<void>;
  /** Somebody has written something. Returns at once, so that nobody's post waits. */
  postWritten(post: WrittenPost): void;
  /**
   * What is answered to a command that shows no token of its team, in the language of the server: who asks, and whether
   * Mattermost does, is not known.
   */
  tokenUnknown(): CommandReply;
  /**
   * HTTP below `/plugins/zoom`: the path arrives without that prefix, the acting user in `Mattermost-User-Id`,
   * which only the host can set.
   */
  serveHttp(request: IncomingMessage, response: ServerResponse): void;
  /** What may be shared when somebody asks for help: no secrets, no e-mail addresses. */
  supportData(): Promise<readonly SupportFile[]>;
  /** The metrics of this host; what has to be read from the store for them is 10 s old at most. */
  readMetrics(): Promise<readonly MetricFamily[]>;
  /** Tests the set-up from the settings to Zoom; needs no start. */
  checkSetup(): Promise<readonly SetupLine[]>;
  /**
   * Puts the cards of the bot's own posts on record again, after a store was restored; needs no start. `isTrial`:
   * nothing is changed. Rejects where the settings or the store cannot be read.
   * @param posts - all that the bot has posted in one channel in the time that is asked about
   */
  takeUpCards(posts: readonly ChatPost[], options: {isTrial: boolean}): Promise<readonly TakeUp[]>;
  /**
   * Accepts nothing new (503), and resolves when running work has ended, after `drainMs` milliseconds at the latest.
   */
  stop(drainMs: number): Promise<void>;
}

/** The composition root as a host sees it. */
export type Compose = (host: Host) => Application;
