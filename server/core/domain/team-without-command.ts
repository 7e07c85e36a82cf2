/**
 * Why our `/zoom` is not in a team:
 * - foreign: one of somebody else is there, and is left alone. `title`: what its owner called it; `owner`: user name of
 *   who made it, `undefined` where the bot may not know.
 * - forbidden: the bot may not manage the commands of the team.
 * - disabled: the server has slash commands switched off.
 * - refused: Mattermost does not take it, and says why.
 */
export type CommandObstacle =
  | {kind: 'foreign'; title: string; owner: string | undefined}
  | {kind: 'forbidden'}
  | {kind: 'disabled'}
  | {kind: 'refused'; reason: string};

/** In this team nobody reaches us by typing. */
export interface TeamWithoutCommand {
  /** The team's name as people read it. */
  team: string;
  obstacle: CommandObstacle;
}
