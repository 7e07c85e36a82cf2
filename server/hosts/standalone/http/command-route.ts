import type {RequestHandler} from 'express';
import type {SenderStanding} from '../../../core/domain/sender-standing.js';
import type {Application} from '../../../core/ports/application.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {ServiceRecords} from '../../../core/ports/service-records.js';
import type {ClaimedSender} from '../mattermost/find-standing.js';
import type {Tally} from '../../../core/ports/tally.js';
import {privateAnswer, type Speaker} from '../mattermost/private-answer.js';
import {type CommandForm, readCommandForm, responsePath} from './command-form.js';

interface CommandRouteDeps {
  application: Pick<Application, 'runCommand'>;
  commandTokens: Pick<ServiceRecords['commandTokens'], 'isGenuine'>;
  commandAnswers: Pick<ServiceRecords['commandAnswers'], 'keep'>;
  findStanding: (sender: ClaimedSender) => Promise<SenderStanding>;
  /** Addresses of Mattermost. */
  sites: () => Promise<readonly string[]>;
  speaker: () => Promise<Speaker>;
  /** Anybody can send many that are refused: they cost no log line of their own. */
  refused: Tally<'command'>;
  logger: Logger;
}

/**
 * `/zoom`, as Mattermost passes it on. The token shows that somebody means the command of this team, and no more:
 * everybody who may manage the team's commands can read it. So who typed, and where, is a claim, about which Mattermost
 * is asked.
 */
export const commandRoute =
  (deps: CommandRouteDeps): RequestHandler =>
  async (request, response) => {
    const {application, commandTokens, speaker, refused} = deps;
    if (!Buffer.isBuffer(request.body)) {
      response.status(415).end();
      return;
    }
    const form = readCommandForm(request.body);
    if (form === undefined || !(await commandTokens.isGenuine(form.team_id, form.token))) {
      refused('command');
      response.status(401).end();
      return;
    }
    const {team_id: teamId, user_id: userId, channel_id: channelId, root_id: rootId} = form;
    const {goToUrl, ...message} = await application.runCommand({
      userId,
      channelId,
      rootId,
      mentions: form.mentions,
      text: `${form.command} ${form.text}`,
      standing: async () => {
        const found = await deps.findStanding({teamId, channelId, userId});
        if (found === 'confirmed') await keepAnswer(deps, form);
        return found;
      },
      mayPostHere: false,
      // Nothing says which client it was, nor whether our script is installed.
      drawsCards: false,
    });
    response.json({
      ...privateAnswer(message, await speaker()),
      ...(goToUrl !== undefined && {goto_location: goToUrl}),
    });
  };

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
