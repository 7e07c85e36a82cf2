import {describe, expect, it} from '@jest/globals';
import {createHearOfDeactivation} from '../../../../server/core/usecases/hear-of-deactivation.js';
import {ana} from '../../../support/people.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

describe('news of a deactivated account', () => {
  it('is a line of the log where the store fails, and no failure', async () => {
    const logger = createRecordingLogger();
    const end = async (): Promise<never> => Promise.reject(new Error('no store'));
    await createHearOfDeactivation({pairings: {end}, logger})(ana.id);
    expect(logger.lines).toEqual([
      {
        level: 'warn',
        message: 'The browsers of a deactivated person are still connected',
        fields: {error: 'Error: no store'},
      },
    ]);
  });
});
