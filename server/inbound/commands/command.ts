import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {ChatUser} from '../../core/ports/chat.js';
import type {TextKey} from '../../core/ports/texts.js';
import type {Reader} from '../reader.js';

/** What a sub-command knows when it runs. */
export interface CommandContext {
  request: CommandRequest;
  /** What was typed behind the sub-command's name. */
  rest: string;
  /** Already requested, so that it costs no extra wait. */
  user: Promise<ChatUser | undefined>;
  reader: Promise<Reader>;
  /** Aborted when the person has to get an answer. */
  signal: AbortSignal;
}

/** One word after `/zoom`: help, autocomplete and dispatch derive from it. */
export interface Command {
  name: string;
  /** The text for its argument, for example `[topic]`; `undefined`: it takes none. */
  hint: TextKey | undefined;
  help: TextKey;
  /** Shown to system administrators only. `run` has to check for itself who asks. */
  isForAdmins?: true;
  run(context: CommandContext): Promise<CommandReply>;
}
