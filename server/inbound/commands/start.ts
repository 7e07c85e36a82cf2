import {readPreferences} from '../../../contract/preferences.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {tellIfOutOfSight} from '../tell-if-out-of-sight.js';
import type {Command} from './command.js';
import {readStart} from './read-start.js';
import type {RenderStart} from './render-start.js';

export interface StartCommandDeps {
  chat: Chat;
  logger: Logger;
  startMeeting: StartMeeting;
  renderStart: RenderStart;
}

export const startCommand = ({chat, logger, startMeeting, renderStart}: StartCommandDeps): Command => ({
  name: 'start',
  hint: 'command.start.hint',
  help: 'command.start.help',
  async run({request, rest, user, reader, signal}) {
    const {userId, channelId, rootId, mayPostHere, drawsCards} = request;
    const {topic, meetingId} = readStart(rest);
    // Choices that cannot be read must not keep a meeting from starting.
    const preferences = chat.preferences(userId).catch((error: unknown) => {
      logger.warn('The choices of a person could not be read', {error: String(error)});
      return {};
    });
    const [outcome, chosen] = await Promise.all([
      startMeeting({
        userId,
        channelId,
        rootId,
        mayPostHere,
        drawsCards,
        user,
        topic,
        meetingId,
        preferences,
        besides: false,
        signal,
      }),
      preferences,
    ]);
    const wish = {...request, topic, meetingId};
    const reply = renderStart(outcome, {reader: await reader, wish, preferences: readPreferences(chosen)});
    await tellIfOutOfSight({chat, logger}, {userId, outcome, message: reply});
    return reply;
  },
});
