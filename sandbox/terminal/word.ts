import type {Session} from './session.js';

/** One thing that can be typed besides slash commands. */
export interface Word {
  /** One word or two, such as `zoom end`. */
  readonly name: string;
  /** What follows it, as help shows it; '' for nothing. */
  readonly argument: string;
  readonly help: string;
  /** Resolves when all that follows from it has been drawn, webhooks excepted. Throws TerminalError. */
  run(session: Session, rest: string): Promise<void> | void;
}
