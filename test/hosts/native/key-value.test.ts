import {createKeyValue} from '../../../server/hosts/native/key-value.js';
import {describeKeyValue} from '../../contract/key-value-contract.js';
import {createTestServer} from '../../support/test-server.js';

describeKeyValue("Mattermost's key-value store", async () => {
  const {api, clock, faults} = createTestServer();
  return {
    keyValue: createKeyValue(api),
    advance: (ms) => clock.advance(ms),
    fail: () => faults.add('*', {kind: 'refuse', status: 500}),
  };
});
