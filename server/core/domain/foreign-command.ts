/** A `/zoom` of somebody else, which is left alone: in that team nobody reaches us by typing. */
export interface ForeignCommand {
  /** The team's name as people read it. */
  team: string;
  /** What its owner called it. */
  title: string;
  /** User name of who made it; `undefined`: the bot may not know. */
  owner: string | undefined;
}
