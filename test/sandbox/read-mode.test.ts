import {describe, expect, it} from '@jest/globals';
import {readMode, USAGE} from '../../sandbox/read-mode.js';

const typed = {isTerminal: true, hasPipedInput: () => false};
const piped = {isTerminal: false, hasPipedInput: () => true};
const plugin = {
  kind: 'browser',
  port: 0,
  carrier: 'plugin',
  hasWebApp: false,
  connection: 'server_to_server',
};

describe('What npm start is asked for', () => {
  it.each([
    [[], plugin],
    [['--port', '8080'], {...plugin, port: 8080}],
    [['--standalone'], {...plugin, carrier: 'service'}],
    [['--standalone', '--web-app', '--port', '1'], {...plugin, carrier: 'service', hasWebApp: true, port: 1}],
    [['--connection', 'user'], {...plugin, connection: 'user'}],
    [['--help'], {kind: 'help'}],
    [['-h', '--tour'], {kind: 'help'}],
    [['--terminal'], {kind: 'lines', connection: 'server_to_server'}],
    [['--script', 'demo'], {kind: 'lines', script: 'demo', connection: 'server_to_server'}],
    [['--terminal', '--connection', 'account'], {kind: 'lines', connection: 'account'}],
    [['--tour'], {kind: 'tour', port: 0, isFast: false, connection: 'server_to_server'}],
    [
      ['--tour', '--fast', '--port', '8080'],
      expect.objectContaining({kind: 'tour', port: 8080, isFast: true}),
    ],
  ])('is understood: %j', (args, mode) => {
    expect(readMode(args, typed)).toEqual(mode);
  });

  it.each([
    [['--port']],
    [['--skript']],
    [['demo']],
    [['--web-app']],
    [['--terminal', '--script', 'demo']],
    [['--terminal', '--port', '80']],
    [['--standalone', '--script', 'demo']],
    [['--standalone', '--tour']],
    [['--tour', '--connection', 'user']],
    [['--fast']],
    [['--connection', 'jwt']],
    [['--connection']],
  ])('is answered with the usage where it makes no sense: %j', (args) => {
    expect(readMode(args, typed)).toBe(USAGE);
  });

  it.each(['high', '70000', '0', '-1', '80.5'])('%s is refused as a port in a sentence', (port) => {
    expect(readMode([`--port=${port}`], typed)).toBe(`${port} is no port: give a number from 1 to 65535.`);
  });

  it('are the lines that are piped in, unless another thing is asked for', () => {
    expect(readMode([], piped)).toEqual({kind: 'lines', connection: 'server_to_server'});
    expect(readMode(['--port', '8080'], piped)).toEqual({...plugin, port: 8080});
    expect(readMode(['--standalone'], piped)).toMatchObject({carrier: 'service'});
  });

  it('is the browser where nobody types and nothing is piped in', () => {
    expect(readMode([], {isTerminal: false, hasPipedInput: () => false})).toEqual(plugin);
  });
});
