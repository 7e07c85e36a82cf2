import type {Session} from './session.js';

/** One thing that can be typed besides slash commands. */
export interface Word {
  name: string;
  /** As help shows it, for example `as NAME`. */
  usage: string;
  help: string;
  /** Resolves when everything that follows from it has been drawn. Throws TerminalError. */
  run(session: Session, rest: string): Promise<void>;
}
