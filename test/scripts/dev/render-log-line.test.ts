import {describe, expect, it} from '@jest/globals';
import {renderLogLine} from '../../../scripts/dev/render-log-line.js';

const line = {timestamp: '2026-11-24 09:00:00.000 Z', level: 'info', msg: 'Started', plugin_id: 'zoom'};

describe('a line of the server log', () => {
  it('is read by a person as time, level, message and details', () => {
    const known = {caller: 'app/plugin.go:1', wrapped_extras: 'timestamp2026-11-24T09:00:00.000Z'};
    const text = JSON.stringify({...line, ...known, meeting: '123', times: {start: 1}});
    expect(renderLogLine(text, 'zoom')).toBe(
      '2026-11-24 09:00:00.000 Z info  Started meeting=123 times={"start":1}',
    );
  });

  it.each([
    ['of another plugin', JSON.stringify({...line, plugin_id: 'calls'})],
    ['of the server itself', JSON.stringify({...line, plugin_id: undefined})],
    ['that is not JSON', 'info Started'],
  ])('%s is left out', (_which, text) => {
    expect(renderLogLine(text, 'zoom')).toBeUndefined();
  });
});
