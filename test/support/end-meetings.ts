import type {Sandbox} from '../../sandbox/sandbox.js';

/** Ends every meeting that is on, so that nobody after it is asked whether they want another. */
export async function endMeetings({zoom}: Pick<Sandbox, 'zoom'>): Promise<void> {
  for (const {number, exists, status} of zoom.meetings) {
    if (!exists) continue;
    if (status === 'waiting') zoom.startMeeting(number);
    zoom.endMeeting(number);
  }
  await zoom.webhooksSettled();
}
