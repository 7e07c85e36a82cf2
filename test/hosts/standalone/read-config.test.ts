import {describe, expect, it} from '@jest/globals';
import {ConfigError, readConfig} from '../../../server/hosts/standalone/read-config.js';

const complete = {
  MattermostURL: 'https://chat.example.org/',
  MattermostToken: 'made-up-token',
  ServiceURL: 'https://zoom.example.org',
};

/** A machine with these files and nothing else. */
const reading =
  (files: Record<string, string>) =>
  (path: string): string => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error('no such file'), {code: 'ENOENT'});
    return text;
  };
const read = (files: Record<string, string>, env: Record<string, string> = {}, file?: string) =>
  readConfig(env, file, reading(files));
const problemsOf = (...args: Parameters<typeof read>): readonly string[] => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration of the service', () => {
  it('is a file with the names of the System Console, whatever their case', () => {
    const {service, settings} = read({
      'zoom-mattermost.json': JSON.stringify({...complete, accountid: 'acc'}),
    });
    expect(service).toMatchObject({
      MattermostURL: 'https://chat.example.org',
      Listen: {host: '127.0.0.1', port: 8066},
      Store: 'sqlite:zoom-mattermost.db',
      LogLevel: 'info',
    });
    expect(settings).toEqual({AccountID: 'acc'});
  });

  it('is overridden by the environment, whose values may stand in files', () => {
    const {service, settings} = read(
      {'zoom-mattermost.json': JSON.stringify(complete), '/run/secrets/zoom': 'from a file\n'},
      {MM_ZOOM_STORE: 'memory:', MM_ZOOM_OAUTHCLIENTSECRET_FILE: '/run/secrets/zoom', OTHER: 'ignored'},
    );
    expect(service.Store).toBe('memory:');
    expect(settings).toEqual({OAuthClientSecret: 'from a file'});
  });

  it('may stand in the environment alone', () => {
    const env = Object.fromEntries(
      Object.entries(complete).map(([name, value]) => [`MM_ZOOM_${name.toUpperCase()}`, value]),
    );
    expect(read({}, env).service.ServiceURL).toBe('https://zoom.example.org');
  });

  it('names everything that is missing at once', () => {
    expect(problemsOf({})).toEqual([
      'MattermostURL is missing.',
      'MattermostToken is missing.',
      'ServiceURL is missing.',
    ]);
  });

  it.each([
    [{ServiceURL: 'https://zoom.example.org/plugins'}, 'ServiceURL must have no path.'],
    [{MattermostURL: 'chat.example.org'}, 'MattermostURL is no http(s) address.'],
    [{Listen: '8066'}, 'Listen must be host:port, for example 127.0.0.1:8066.'],
    [{LogLevel: 'loud'}, 'LogLevel Invalid option: expected one of "debug"|"info"|"warn"|"error".'],
    [{AcountID: 'typo'}, 'zoom-mattermost.json has the unknown name AcountID.'],
  ])('says what is wrong with %j', (change, sentence) => {
    expect(problemsOf({'zoom-mattermost.json': JSON.stringify({...complete, ...change})})).toEqual([
      sentence,
    ]);
  });

  it('says which file cannot be read or understood, and repeats no value', () => {
    expect(problemsOf({}, {}, 'missing.json')).toContain('The file missing.json cannot be read.');
    expect(problemsOf({'a.json': '[]'}, {}, 'a.json')).toContain('The file a.json is no JSON object.');
    expect(problemsOf({}, {MM_ZOOM_NONSENSE: 'secret'})).toContain(
      'The environment has the unknown name MM_ZOOM_NONSENSE.',
    );
    expect(problemsOf({}, {MM_ZOOM_APISECRET_FILE: '/nowhere'})).toContain(
      'The file that MM_ZOOM_APISECRET_FILE names cannot be read.',
    );
    expect(problemsOf({}, {MM_ZOOM_NONSENSE: 'canary'}).join()).not.toContain('canary');
  });
});
