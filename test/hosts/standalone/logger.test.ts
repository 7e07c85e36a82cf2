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

it('holds nothing that nobody sees and that changes what they see', () => {
  logger.warn('pay\u200bload \u202egnp.exe\u2069', {text: 'a\ufeff\u2066b\ud800'});
  expect(last()).toMatchObject({message: 'payload gnp.exe', text: 'ab\ufffd'});
});

it('never shows a secret that was handed over by mistake, nor what drives a terminal', () => {
  logger.error('Bad\u001b[31m news\nforged', {token: 'canary', secret: 'canary', authorization: 'canary'});
  expect(lines.at(-1)).not.toContain('canary');
  expect(last()['message']).toBe('Bad [31m news forged');
});
