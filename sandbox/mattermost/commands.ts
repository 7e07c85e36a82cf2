import type {CommandResponse} from '../../server/protocol/models/command.js';

/** A line that somebody sends in a channel, beginning with a slash. */
export interface TypedCommand {
  userId: string;
  channelId: string;
  text: string;
  /** The thread in which it is typed. */
  rootId?: string;
  /** The team whose commands are used in a channel without a team; default: the person's first. */
  teamId?: string;
  /** Of the client. */
  userAgent?: string;
}

/** Runs a line and shows its answer; `undefined`: it knows no such command. */
export type CommandSource = (typed: TypedCommand) => Promise<CommandResponse | undefined>;

/** Only a blank ends the trigger, as on a real server. */
export const triggerOf = (text: string): string => /^\/([^ ]*)/.exec(text)?.[1] ?? '';

/** Runs slash commands as the server does for a client: by the first source that knows the command. */
export function createCommandLine(sources: readonly CommandSource[]): CommandSource {
  return async (typed) => {
    for (const run of sources) {
      const response = await run(typed);
      if (response !== undefined) return response;
    }
    return undefined;
  };
}
