import {givenTopic} from '../domain/topic.js';
import type {Logger} from '../ports/logger.js';
import {isStoreError} from '../ports/port-error.js';
import type {FindOwnRunning} from './find-own-running.js';
import type {StartMeeting} from './start-meeting.js';

interface NoteRunningDeps {
  startMeeting: StartMeeting;
  findOwnRunning: FindOwnRunning;
  logger: Logger;
}

/**
 * Starts, and says beside it what else its starter runs at that moment: Zoom lets a host run one meeting at a time, or
 * two, depending on the account (https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0068522), and ends
 * the other one when they open the new one. It is looked up while Zoom creates the meeting, and keeps nobody from it.
 */
export const createNoteRunning =
  ({startMeeting, findOwnRunning, logger}: NoteRunningDeps): StartMeeting =>
  async (input) => {
    const running = findOwnRunning(input.userId).catch((error: unknown) => {
      if (!isStoreError(error)) throw error;
      logger.warn('What else somebody runs could not be looked up', {error: error.message});
      return [];
    });
    const [outcome, cards] = await Promise.all([startMeeting(input), running]);
    if (outcome.kind !== 'started') return outcome;
    const others = cards.filter(({meeting}) => meeting.number !== outcome.card.meeting.number);
    return others.length === 0 ? outcome : {...outcome, alsoRuns: others.map(givenTopic)};
  };
