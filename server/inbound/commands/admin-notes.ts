import type {Settings} from '../../core/domain/settings.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Host} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {Translate} from '../../core/ports/texts.js';
import {describeTeamsWithoutCommand} from '../describe-teams-without-command.js';
import {describeProblems} from '../describe-problems.js';
import {webhookAddress} from '../webhook-address.js';

/** What a system administrator reads below the help. The webhook address goes out by direct message. */
export type AdminNotes = (userId: string, translate: Translate) => Promise<string[]>;

interface AdminNotesDeps extends Pick<Host, 'teamsWithoutCommand'> {
  chat: Chat;
  logger: Logger;
  settings: Settings;
  publicUrl: string;
  settingsUrl: string;
}

export const createAdminNotes =
  ({chat, logger, settings, publicUrl, settingsUrl, teamsWithoutCommand}: AdminNotesDeps): AdminNotes =>
  async (userId, translate) => {
    const problems = describeProblems(translate, settings.problems);
    const notes = problems === '' ? [] : [translate('admin.problems', {problems, settingsUrl})];
    notes.push(...describeTeamsWithoutCommand(translate, teamsWithoutCommand()));
    if (!settings.signatureRequired) notes.push(translate('admin.warning.unsignedWebhooks'));
    if (publicUrl === '') return [...notes, translate('check.siteUrl.missing')];
    const url = webhookAddress(publicUrl, settings);
    if (url === undefined) return notes;
    try {
      await chat.sendDirectMessage(userId, {text: translate('admin.webhookAddress', {url})});
      return [...notes, translate('admin.webhookAddressSent')];
    } catch (error) {
      if (!isChatError(error)) throw error;
      logger.warn('The webhook address could not be sent', {error: error.message});
      return notes;
    }
  };
