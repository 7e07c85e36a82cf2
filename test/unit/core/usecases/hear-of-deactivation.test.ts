import {describe, expect, it} from '@jest/globals';
import {createHearOfDeactivation} from '../../../../server/core/usecases/hear-of-deactivation.js';
import {ana} from '../../../support/people.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

describe('news of a deactivated account', () => {
  it('is a line of the log for each thing that the store did not end, and no failure', async () => {
    const logger = createRecordingLogger();
    const fail = async (): Promise<never> => Promise.reject(new Error('no store'));
    const told: string[] = [];
    await createHearOfDeactivation({
      pairings: {end: fail},
      grants: {remove: fail},
      giveBack: fail,
      audit: ({event}) => void told.push(event),
      logger,
    })(ana.id);
    expect(logger.lines.map(({level, message, fields}) => [level, message, fields])).toEqual([
      ['warn', 'The browsers of a deactivated person are still connected', {error: 'Error: no store'}],
      ['warn', 'A deactivated person is still connected to Zoom', {error: 'Error: no store'}],
    ]);
    expect(told).toEqual([]);
  });
});
