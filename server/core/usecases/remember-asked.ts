import type {AskedPlaces} from '../ports/asked-places.js';
import type {Logger} from '../ports/logger.js';
import {isStoreError} from '../ports/port-error.js';
import type {StartInput, StartMeeting} from './start-meeting.js';

interface RememberAskedDeps {
  startMeeting: StartMeeting;
  askedPlaces: Pick<AskedPlaces, 'note'>;
  logger: Logger;
}

/** Starts, and remembers what waits for a consent in Zoom: once that is there, it starts where it was asked for. */
export const createRememberAsked =
  ({startMeeting, askedPlaces, logger}: RememberAskedDeps): StartMeeting =>
  async (input) => {
    const outcome = await startMeeting(input);
    if (outcome.kind === 'not-connected') {
      await askedPlaces.note(input.userId, askedFrom(input)).catch((error: unknown) => {
        if (!isStoreError(error)) throw error;
        logger.warn('A meeting that waits for a connection to Zoom was not remembered', {
          error: error.message,
        });
      });
    }
    return outcome;
  };

const askedFrom = ({channelId, rootId, topic, besides, drawsCards, ...said}: StartInput) => ({
  channelId,
  rootId,
  drawsCards,
  meeting: {topic, besides, meetingId: said.meetingId, isForMany: said.isForMany === true},
});
