import {expect, it} from '@jest/globals';
import {createLogger} from '../../../server/hosts/standalone/logger.js';

const lines: string[] = [];
const logger = createLogger('info', {write: (line: string) => void lines.push(line)});
const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

it('writes one line of JSON for each event', () => {
  logger.warn('Something happened', {meeting: '1', tries: 2});
  expect(last()).toMatchObject({level: 'warn', message: 'Something happened', meeting: '1', tries: 2});
  expect(Date.parse(String(last()['time']))).not.toBeNaN();
});

it('leaves out what is less important than asked for', () => {
  const before = lines.length;
  logger.debug('Detail');
  expect(lines).toHaveLength(before);
});

it('never shows a secret that was handed over by mistake, nor what drives a terminal', () => {
  logger.error('Bad\u001b[31m news\nforged', {token: 'canary', secret: 'canary', authorization: 'canary'});
  expect(lines.at(-1)).not.toContain('canary');
  expect(last()['message']).toBe('Bad [31m news forged');
});
