import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {describeGrants} from '../grants-contract.js';
import {describeKeyValue} from '../key-value-contract.js';
import {describeStreamPasses} from '../stream-passes-contract.js';

const openMemory = async () => {
  const clock = createManualClock();
  const store = await openStore('memory:', {clock, logger: createRecordingLogger()});
  return {
    keyValue: store.keyValue,
    advance: (ms: number) => clock.advance(ms),
    fail: () => store.close(),
  };
};
describeKeyValue('memory', openMemory);
describeGrants('memory', openMemory);
describeStreamPasses('memory', openMemory);
