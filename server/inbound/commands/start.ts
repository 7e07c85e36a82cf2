import {readTopic} from '../../core/domain/topic.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import type {Command} from './command.js';
import type {RenderStart} from './render-start.js';

export const startCommand = (deps: {startMeeting: StartMeeting; renderStart: RenderStart}): Command => ({
  name: 'start',
  hint: 'command.start.hint',
  help: 'command.start.help',
  async run({request, rest, user, reader, signal}) {
    const {userId, channelId, rootId} = request;
    const outcome = await deps.startMeeting({
      userId,
      channelId,
      rootId,
      user,
      topic: readTopic(rest),
      signal,
    });
    return deps.renderStart(outcome, await reader);
  },
});
