import {describe, expect, it} from '@jest/globals';
import {parseLogLine} from '../../../server/wire/goplugin/log-line.js';
import {createLogger} from '../../../server/hosts/native/logger.js';
import {createManualClock} from '../../support/manual-clock.js';

describe('a log line', () => {
  const written = (log: (logger: ReturnType<typeof createLogger>) => void): string => {
    const lines: string[] = [];
    log(createLogger((line) => lines.push(line), createManualClock(Date.parse('2026-11-23T14:00:00.5Z'))));
    return lines.join('');
  };

  it('is JSON as the server reads it, with six digits of a second', () => {
    const line = written((logger) =>
      logger.warn('Zoom is slow', {status: 503, retried: true, code: undefined}),
    );
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({
      '@level': 'warn',
      '@message': 'Zoom is slow status=503 retried=true',
      '@timestamp': '2026-11-23T14:00:00.500000Z',
    });
    expect(parseLogLine(line)).toEqual({
      level: 'warn',
      message: 'Zoom is slow status=503 retried=true',
      fields: {},
    });
  });

  it('quotes a fact of several words', () => {
    const line = written((logger) => logger.info('Saved', {settings: 'A, B', reason: 'a "b"=c', empty: ''}));
    expect(parseLogLine(line).message).toBe('Saved settings="A, B" reason="a \\"b\\"=c" empty=""');
  });

  it('holds nothing that could forge a line, a level or drive a terminal', () => {
    const line = written((logger) =>
      logger.info('a\nb\u001b[2Jc\u009bd\u2028e', {'@level': 'error', text: 'x\r\ny'}),
    );
    expect(line.trimEnd()).not.toMatch(/[\n\r]/);
    expect(parseLogLine(line)).toEqual({
      level: 'info',
      message: 'a b [2Jc d e @level=error text="x\\r\\ny"',
      fields: {},
    });
  });

  it('holds nothing that nobody sees and that changes what they see', () => {
    const line = written((logger) =>
      logger.info('pay\u200bload \u202egnp.exe\u2069', {text: 'a\u200d\u2066b'}),
    );
    expect(parseLogLine(line).message).toBe('payload gnp.exe text=ab');
  });

  it('stays below the length at which the server would split it', () => {
    expect(
      written((logger) => logger.error('x'.repeat(100_000), {text: 'y'.repeat(100_000)})).length,
    ).toBeLessThan(65_536);
  });
});
