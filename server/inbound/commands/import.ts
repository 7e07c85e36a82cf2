import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {ShowImportList} from '../show-import-list.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command} from './command.js';

export interface ImportCommandDeps {
  chat: Chat;
  logger: Logger;
  clock: Clock;
  showImportList: ShowImportList;
}

/** What one has planned in Zoom, for where no panel shows it: on phones, and without our web app. */
export const importCommand = ({clock, showImportList, ...deps}: ImportCommandDeps): Command => ({
  name: 'import',
  hint: 'command.import.hint',
  help: 'command.import.help',
  async run({request, rest, user, reader, signal}) {
    const {userId, channelId, rootId} = request;
    const asking = await reader;
    const kind = /^webinars?$/i.test(rest.trim()) ? 'webinar' : 'meeting';
    const createdAt = clock.now();
    const to = {channelId, rootId};
    // A direct message is not the place that the buttons are about.
    const place = isVouchedFor(request) ? {...to, createdAt} : undefined;
    const list = await showImportList({userId, user, reader: asking, to, place, kind, signal});
    const message = {...list, isTheirsAlone: true} as const;
    return {...(await answerAsker(deps, request, message, asking.translate)), createdAt};
  },
});
