import type {RequestHandler} from 'express';
import type {SenderStanding} from '../../../core/domain/sender-standing.js';
import type {Application, CommandReply} from '../../../core/ports/application.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {ServiceRecords} from '../../../core/ports/service-records.js';
import {withDeadline} from '../../../lib/deadline.js';
import type {ClaimedSender} from '../mattermost/find-standing.js';
import type {Tally} from '../../../core/ports/tally.js';
import {privateAnswer, type Speaker} from '../mattermost/private-answer.js';
import {type CommandForm, readCommandForm, responsePath} from './command-form.js';

interface CommandRouteDeps {
  application: Pick<Application, 'runCommand' | 'tokenUnknown'>;
  commandTokens: Pick<ServiceRecords['commandTokens'], 'isGenuine'>;
  commandAnswers: Pick<ServiceRecords['commandAnswers'], 'keep'>;
  /** Looks after the command of that team. @returns whether it is a team of the bot at all */
  lookAfter: (teamId: string) => Promise<boolean>;
  findStanding: (sender: ClaimedSender) => Promise<SenderStanding>;
  /** Addresses of Mattermost. */
  sites: () => Promise<readonly string[]>;
  speaker: () => Promise<Speaker>;
  /** Anybody can send many that are refused: they cost no log line of their own. */
  refused: Tally<'command'>;
  clock: Clock;
  logger: Logger;
}

/** A person waits. */
const LOOK_WITHIN_MS = 5_000;

/**
 * `/zoom`, as Mattermost passes it on. The token shows that somebody means the command of this team, and no more:
 * everybody who may manage the team's commands can read it. So who typed, and where, is a claim, about which Mattermost
 * is asked.
 */
export const commandRoute =
  (deps: CommandRouteDeps): RequestHandler =>
  async (request, response) => {
    if (!Buffer.isBuffer(request.body)) {
      response.status(415).end();
      return;
    }
    const form = readCommandForm(request.body);
    const genuine = form === undefined ? 'no' : await isGenuine(deps, form);
    if (form === undefined || genuine === 'no') {
      deps.refused('command');
      response.status(401).end();
      return;
    }
    const reply = genuine === 'unknown' ? unknownToken(deps) : await run(deps, form);
    const {goToUrl, ...message} = reply;
    response.json({
      ...privateAnswer(message, await deps.speaker()),
      ...(goToUrl !== undefined && {goto_location: goToUrl}),
    });
  };

/**
 * Mattermost shows people what stands in an answer with the status 200 and nothing else, so who types a command whose
 * token nobody knows is told what helps. Somebody who makes a token up reads it, too.
 */
function unknownToken({application, refused}: CommandRouteDeps): CommandReply {
  refused('command');
  return application.tokenUnknown();
}

/** `unknown`: the team is one of the bot's, and has no such token. */
async function isGenuine(
  {commandTokens, lookAfter, clock}: CommandRouteDeps,
  {team_id: teamId, token}: CommandForm,
): Promise<'yes' | 'unknown' | 'no'> {
  if (await commandTokens.isGenuine(teamId, token)) return 'yes';
  // An administrator may have just given the command a new one.
  const isOurs = await withDeadline(clock, LOOK_WITHIN_MS, ({orLate}) =>
    orLate(lookAfter(teamId), () => true),
  );
  if (!isOurs) return 'no';
  return (await commandTokens.isGenuine(teamId, token)) ? 'yes' : 'unknown';
}

function run(deps: CommandRouteDeps, form: CommandForm): Promise<CommandReply> {
  const {team_id: teamId, user_id: userId, channel_id: channelId, root_id: rootId, token} = form;
  return deps.application.runCommand({
    userId,
    channelId,
    rootId,
    mentions: form.mentions,
    text: `${form.command} ${form.text}`,
    standing: async () => {
      const found = await deps.findStanding({teamId, channelId, userId, token});
      if (found === 'confirmed') await keepAnswer(deps, form);
      return found;
    },
    mayPostHere: false,
    // Nothing says which client it was, nor whether our script is installed.
    drawsCards: false,
  });
}

/** Where the command can be answered later. Nobody waits until other nodes know. */
async function keepAnswer(
  {commandAnswers, sites, logger}: CommandRouteDeps,
  {user_id: userId, channel_id: channelId, root_id: rootId, response_url}: CommandForm,
): Promise<void> {
  const path = responsePath(response_url, await sites());
  if (path === undefined) return;
  commandAnswers.keep(userId, {channelId, rootId}, path).catch((error: unknown) => {
    logger.warn('Other nodes do not know where a command can be answered', {error: String(error)});
  });
}
