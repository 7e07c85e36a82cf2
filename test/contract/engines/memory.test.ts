import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {describeKeyValue} from '../key-value-contract.js';

describeKeyValue('memory', async () => {
  const clock = createManualClock();
  const store = await openStore('memory:', {clock, logger: createRecordingLogger()});
  return {
    keyValue: store.keyValue,
    advance: (ms) => clock.advance(ms),
    fail: () => store.close(),
  };
});
