import {createManualClock} from '../support/manual-clock.js';
import {createMemoryKeyValue} from '../support/memory-key-value.js';
import {describeKeyValue} from './key-value-contract.js';

describeKeyValue('memory of a test', async () => {
  const clock = createManualClock();
  const keyValue = createMemoryKeyValue(clock);
  return {keyValue, advance: (ms) => clock.advance(ms), fail: () => keyValue.fail()};
});
