import {isOnHostOf} from '../../core/domain/join-page.js';
import type {Settings} from '../../core/domain/settings.js';
import type {Site} from '../../core/domain/site.js';
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
  site: Pick<Site, 'url' | 'publicUrl'>;
  settingsUrl: string;
}

export const createAdminNotes =
  ({chat, logger, settings, site, settingsUrl, teamsWithoutCommand}: AdminNotesDeps): AdminNotes =>
  async (userId, translate) => {
    const problems = describeProblems(translate, settings.problems);
    const notes = problems === '' ? [] : [translate('admin.problems', {problems, settingsUrl})];
    notes.push(...describeTeamsWithoutCommand(translate, teamsWithoutCommand()));
    if (!settings.signatureRequired) notes.push(translate('admin.warning.unsignedWebhooks'));
    if (site.publicUrl === '') return [...notes, translate('check.siteUrl.missing')];
    if (isOnHostOf(settings.joinPage, site.url)) notes.push(translate('check.joinPage.sharesHost'));
    const url = webhookAddress(site.publicUrl, settings);
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
