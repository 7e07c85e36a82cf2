import {describe, expect, it} from '@jest/globals';
import {activateTogether} from './activate-together.js';
import type {BuiltPlugin} from './life-cycle-cases.js';

/**
 * A race between the streams of an activation shows once in a hundred times, on a busy machine, and then holds up
 * the server for ever.
 */
export function describeManyActivations({start, pluginDir}: BuiltPlugin): void {
  describe('300 activations', () => {
    it('all succeed while four servers share the machine', async () => {
      const activations = await activateTogether({start, pluginDir: pluginDir(), servers: 4, times: 75});
      expect(activations).toEqual({succeeded: 300, failures: []});
    }, 600_000);
  });
}
