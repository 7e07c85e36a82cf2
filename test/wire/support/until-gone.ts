import {setTimeout} from 'node:timers/promises';
import {isAlive} from './is-alive.js';

/** Waits for the end of a process that is not our child: the system tells nobody else, so we have to ask. */
export async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await setTimeout(10);
}
