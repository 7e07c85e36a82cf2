import {describe, expect, it} from '@jest/globals';
import {activateTogether} from './activate-together.js';
import type {BuiltPlugin} from './life-cycle-cases.js';

const SERVERS = 4;

/**
 * A race between the streams of an activation shows once in a hundred times, on a busy machine, and then holds up
 * the server for ever.
 *
 * @param times - activations of each server
 */
export function describeManyActivations({start, pluginDir}: BuiltPlugin, {times}: {times: number}): void {
  const all = SERVERS * times;
  describe(`${all} activations`, () => {
    it('all succeed while four servers share the machine', async () => {
      const activations = await activateTogether({start, pluginDir: pluginDir(), servers: SERVERS, times});
      expect(activations).toEqual({succeeded: all, failures: []});
    }, 600_000);
  });
}
