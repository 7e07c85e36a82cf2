import type {Command} from '@mattermost/types/integrations';
import {z} from 'zod';
import type {CommandDefinition} from '../../../core/ports/host.js';
import type {Clock} from '../../../core/ports/clock.js';
import {type KeyValue, StoreUnavailableError} from '../../../core/ports/key-value.js';
import type {Logger} from '../../../core/ports/logger.js';
import {equalInConstantTime} from '../../../lib/equal-in-constant-time.js';
import {parseJson} from '../../../lib/parse-json.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** A token is replaced when it is this old; the former is still good while commands are on their way. */
const ROTATE_AFTER_MS = 30 * 24 * 60 * 60_000;
const FORMER_GOOD_FOR_MS = 5 * 60_000;

const NOT_ALLOWED =
  'The command could not be registered: make the bot an administrator of the team, or of the system';

const tokensSchema = z.object({
  token: z.string(),
  since: z.number(),
  former: z.string().optional(),
});
type Tokens = z.infer<typeof tokensSchema>;

/** `/zoom` of every team that the bot is in, and the tokens by which Mattermost is known. */
export interface TeamCommands {
  /** Creates or repairs the command in one team, or in all. @returns the teams where it could not. */
  register(definition: CommandDefinition, teamId?: string): Promise<readonly string[]>;
  /** Whether the token is that of the team's command. */
  isGenuine(teamId: string, token: string): Promise<boolean>;
}

interface TeamCommandsDeps {
  client: MattermostClient;
  keyValue: KeyValue;
  clock: Clock;
  logger: Logger;
  /** Where Mattermost sends what people type. */
  url: string;
}

export function createTeamCommands(deps: TeamCommandsDeps): TeamCommands {
  const {
    client: {api},
    keyValue,
    clock,
    logger,
  } = deps;
  /** As last read: a store that is down takes the command from nobody. */
  const seen = new Map<string, {tokens: Tokens; at: number}>();
  /** What the log says of teams without the command. */
  const told = new Map<string, string>();
  const keyOf = (teamId: string): string => `command_${teamId}`;
  const note = (teamId: string, tokens: Tokens): void => void seen.set(teamId, {tokens, at: clock.now()});
  const read = async (teamId: string): Promise<{stored: string | undefined; tokens: Tokens | undefined}> => {
    const stored = await keyValue.get(keyOf(teamId));
    const {data: tokens} = tokensSchema.safeParse(stored && parseJson(Buffer.from(stored)));
    if (tokens !== undefined) note(teamId, tokens);
    return {stored, tokens};
  };

  const isOneOf = ({token: current, former, since}: Tokens, token: string): boolean => {
    const isFormerGood = former !== undefined && since + FORMER_GOOD_FOR_MS > clock.now();
    return equalInConstantTime(token, current) || (isFormerGood && equalInConstantTime(token, former));
  };

  const registerIn = async (definition: CommandDefinition, teamId: string): Promise<void> => {
    const wanted = commandOf(definition, teamId, deps.url);
    const existing = (await api.getCustomTeamCommands(teamId)).find(
      ({trigger}) => trigger === wanted.trigger,
    );
    const command =
      existing === undefined ? await api.addCommand(wanted) : await repaired(deps, existing, wanted);
    const {stored, tokens: known} = await read(teamId);
    const isOld = known !== undefined && known.since + ROTATE_AFTER_MS <= clock.now();
    if (known?.token === command.token && !isOld) return;
    const now = clock.now();
    // Of all nodes one makes the new token.
    const claim = JSON.stringify({...known, since: now});
    const rotates = isOld && (await keyValue.compareAndSet(keyOf(teamId), stored, claim));
    const tokens = rotates
      ? {token: (await api.regenCommandToken(command.id)).token, former: known.token, since: now}
      : {token: command.token, since: now};
    await keyValue.put(keyOf(teamId), JSON.stringify(tokens));
    note(teamId, tokens);
  };

  return {
    async register(definition, only) {
      const teams = only === undefined ? (await api.getMyTeams()).map(({id}) => id) : [only];
      const failed: string[] = [];
      for (const teamId of teams) {
        try {
          await registerIn(definition, teamId);
          if (told.delete(teamId)) logger.info('The command is registered now', {team: teamId});
        } catch (error) {
          if (!(error instanceof RestError)) throw error;
          failed.push(teamId);
          if (told.get(teamId) === error.message) continue;
          told.set(teamId, error.message);
          logger.error(error.status === 403 ? NOT_ALLOWED : 'The command could not be registered', {
            team: teamId,
            error: error.message,
          });
        }
      }
      return failed;
    },
    async isGenuine(teamId, token) {
      const known = seen.get(teamId);
      const isFresh = known !== undefined && known.at + FORMER_GOOD_FOR_MS > clock.now();
      if (isFresh && isOneOf(known.tokens, token)) return true;
      // Another node may have replaced it.
      const tokens = await read(teamId).then(
        (found) => found.tokens,
        (error: unknown) => {
          if (known === undefined || !(error instanceof StoreUnavailableError)) throw error;
          return known.tokens;
        },
      );
      return tokens !== undefined && isOneOf(tokens, token);
    },
  };
}

/** The words are completed by the server for plugins alone: here they stand in the hint. */
function commandOf(
  {trigger, description, subcommands}: CommandDefinition,
  teamId: string,
  url: string,
): Command {
  const words = subcommands.map(({name, hint}) => (hint === '' ? name : `${name} ${hint}`));
  return {
    team_id: teamId,
    trigger,
    method: 'P',
    url,
    auto_complete: true,
    auto_complete_desc: description,
    auto_complete_hint: words.join(' | '),
    display_name: 'Zoom',
    description: description.slice(0, 128),
    username: 'zoom',
  } as Command;
}

const REPAIRED = ['url', 'method', 'auto_complete', 'auto_complete_desc', 'auto_complete_hint'] as const;

async function repaired(
  {client, logger}: TeamCommandsDeps,
  existing: Command,
  wanted: Command,
): Promise<Command> {
  if (REPAIRED.every((field) => existing[field] === wanted[field])) return existing;
  logger.info('The command of a team is repaired', {team: existing.team_id});
  return client.api.editCommand({...existing, ...wanted});
}
