import type {Clock} from '../../core/ports/clock.js';
import type {ShowImportList} from '../show-import-list.js';
import type {Command} from './command.js';

export interface ImportCommandDeps {
  clock: Clock;
  showImportList: ShowImportList;
}

/** What one has planned in Zoom, for where no panel shows it: on phones, and without our web app. */
export const importCommand = ({clock, showImportList}: ImportCommandDeps): Command => ({
  name: 'import',
  hint: 'command.import.hint',
  help: 'command.import.help',
  async run({request: {userId, channelId, rootId}, rest, user, reader, signal}) {
    const kind = /^webinars?$/i.test(rest.trim()) ? 'webinar' : 'meeting';
    const createdAt = clock.now();
    const place = {channelId, rootId, createdAt};
    return {...(await showImportList({userId, user, reader: await reader, place, kind, signal})), createdAt};
  },
});
