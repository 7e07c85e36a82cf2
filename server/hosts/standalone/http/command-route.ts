import type {RequestHandler} from 'express';
import type {Application} from '../../../core/ports/application.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {ServiceRecords} from '../../../core/ports/service-records.js';
import {privateAnswer, type Speaker} from '../mattermost/private-answer.js';
import {isDirectName, readCommandForm, responsePath} from './command-form.js';

interface CommandRouteDeps {
  application: Pick<Application, 'runCommand'>;
  commandTokens: Pick<ServiceRecords['commandTokens'], 'isGenuine'>;
  vouchers: Pick<ServiceRecords['vouchers'], 'keep'>;
  /** Addresses of Mattermost. */
  sites: () => Promise<readonly string[]>;
  speaker: () => Promise<Speaker>;
  logger: Logger;
}

/** `/zoom`, as Mattermost passes it on. Who typed is believed only with the token of the team's command. */
export const commandRoute =
  ({application, commandTokens, vouchers, sites, speaker, logger}: CommandRouteDeps): RequestHandler =>
  async (request, response) => {
    if (!Buffer.isBuffer(request.body)) {
      response.status(415).end();
      return;
    }
    const form = readCommandForm(request.body);
    if (form === undefined || !(await commandTokens.isGenuine(form.team_id, form.token))) {
      logger.warn('A command without the token of its team was refused');
      response.status(401).end();
      return;
    }
    const {user_id: userId, channel_id: channelId, root_id: rootId, command, text} = form;
    const voucher = {
      teamId: form.team_id,
      isDirect: isDirectName(form.channel_name),
      responsePath: responsePath(form.response_url, await sites()),
    };
    vouchers.keep(userId, {channelId, rootId}, voucher).catch((error: unknown) => {
      logger.warn('Other nodes do not know of a command', {error: String(error)});
    });
    const {goToUrl, ...message} = await application.runCommand({
      userId,
      channelId,
      rootId,
      text: `${command} ${text}`,
      // The form is believed for its token, which many may know: Mattermost is asked itself.
      mayPostHere: false,
      // Nothing says which client it was, nor whether our script is installed.
      drawsCards: false,
    });
    response.json({
      ...privateAnswer(message, await speaker()),
      ...(goToUrl !== undefined && {goto_location: goToUrl}),
    });
  };
