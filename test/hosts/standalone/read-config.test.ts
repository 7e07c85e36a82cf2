import {describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../server/core/domain/settings.js';
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
      MetricsListen: {host: '127.0.0.1', port: 8067},
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

  it('names where the metrics are, or that they are nowhere', () => {
    const env = {MM_ZOOM_METRICSLISTEN: '0.0.0.0:9100'};
    const file = {'zoom-mattermost.json': JSON.stringify({...complete, MetricsListen: 'off'})};
    expect(read(file, env).service.MetricsListen).toEqual({host: '0.0.0.0', port: 9100});
    expect(read(file).service.MetricsListen).toBeUndefined();
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
    [{ServiceURL: 'https://zoom.example.org?team=1'}, 'ServiceURL must end before the ? or #.'],
    [{ServiceURL: 'https://zoom.example.org/#'}, 'ServiceURL must end before the ? or #.'],
    [
      {ServiceURL: 'https://ana:secret@zoom.example.org'},
      'ServiceURL must hold no user name and no password.',
    ],
    [{MattermostURL: 'chat.example.org'}, 'MattermostURL must begin with https:// or http://.'],
    [{MattermostURL: 'https://'}, 'MattermostURL is no web address.'],
    [
      {MattermostURL: 'https://chat.example.org/team/channels/town-square'},
      'MattermostURL must be the Site URL alone, without the path of a page.',
    ],
    [{TrustUnverifiedEmails: 'yes'}, 'TrustUnverifiedEmails must be true or false, not "yes".'],
    [{AllowInsecureZoomURLs: 'a long text'}, 'AllowInsecureZoomURLs must be true or false.'],
    [{MattermostURL: null}, 'MattermostURL is null: remove it, or give it a value.'],
    [{AccountID: null}, 'AccountID is null: remove it, or give it a value.'],
    [{AccountID: 12345}, 'AccountID must be text in quotes.'],
    [{Store: ['memory:']}, 'Store must be text in quotes.'],
    [{TrustUnverifiedEmails: {}}, 'TrustUnverifiedEmails must be true or false.'],
    [{ConfirmAbove: 'many'}, 'ConfirmAbove must be a whole number, such as 500.'],
    [{ConfirmAbove: true}, 'ConfirmAbove must be a whole number, such as 500.'],
    [{Listen: '8066'}, 'Listen must be host:port, for example 127.0.0.1:8066.'],
    [{MetricsListen: 'on'}, 'MetricsListen must be host:port, for example 127.0.0.1:8067, or off.'],
    [{LogLevel: 'loud'}, 'LogLevel Invalid option: expected one of "debug"|"info"|"warn"|"error".'],
    [{AcountID: 'typo'}, 'zoom-mattermost.json has the unknown name AcountID.'],
  ])('says what is wrong with %j', (change, sentence) => {
    expect(problemsOf({'zoom-mattermost.json': JSON.stringify({...complete, ...change})})).toEqual([
      sentence,
    ]);
  });

  it.each([
    ['HTTPS://Chat.Example.org/', 'https://chat.example.org'],
    [' http://mattermost:8065 ', 'http://mattermost:8065'],
    ['https://example.org/mattermost/', 'https://example.org/mattermost'],
  ])('takes %j for the address that it is', (MattermostURL, address) => {
    const {service} = read({'zoom-mattermost.json': JSON.stringify({...complete, MattermostURL})});
    expect(service.MattermostURL).toBe(address);
  });

  it.each(['TRUE', 'True', 'T', '1', 'true'])('takes the word %s for true, as Mattermost does', (word) => {
    const file = {'zoom-mattermost.json': JSON.stringify(complete)};
    const {settings} = read(file, {MM_ZOOM_TRUSTUNVERIFIEDEMAILS: word});
    expect(readSettings(settings).trustUnverifiedEmails).toBe(true);
    expect(problemsOf(file, {MM_ZOOM_TRUSTUNVERIFIEDEMAILS: `${word}x`})).toEqual([
      `TrustUnverifiedEmails must be true or false, not "${word}x".`,
    ]);
  });

  it('may begin with a byte order mark, as an editor of Windows writes it', () => {
    const {settings} = read({
      'zoom-mattermost.json': `\uFEFF${JSON.stringify({...complete, AccountID: 'acc'})}`,
    });
    expect(settings).toEqual({AccountID: 'acc'});
  });

  it('leaves out what Kubernetes writes for a service named mm-zoom, and says so in one line', () => {
    const written = {
      MM_ZOOM_SERVICE_HOST: '10.96.3.7',
      MM_ZOOM_SERVICE_PORT: '8066',
      MM_ZOOM_SERVICE_PORT_HTTP: '8066',
      MM_ZOOM_PORT: 'tcp://10.96.3.7:8066',
      MM_ZOOM_PORT_8066_TCP: 'tcp://10.96.3.7:8066',
      MM_ZOOM_PORT_8066_TCP_PROTO: 'tcp',
      MM_ZOOM_PORT_8066_TCP_PORT: '8066',
      MM_ZOOM_PORT_8066_TCP_ADDR: 'fd00::7',
      MM_ZOOM_METRICS_PORT: 'tcp://10.96.3.8:9090',
    };
    const {notes, settings} = read({'zoom-mattermost.json': JSON.stringify(complete)}, written);
    expect(settings).toEqual({});
    expect(notes).toEqual([
      `Kubernetes has written ${Object.keys(written).join(', ')} for a service of its own; they are ignored.`,
    ]);
  });

  it.each([
    ['MM_ZOOM_PORT', 'eighty'],
    ['MM_ZOOM_PORT_TCP', 'tcp://10.96.3.7:8066'],
    ['MM_ZOOM_LISTENPORT', 'tcp://10.96.3.7:8066'],
  ])('still names %s=%s, which Kubernetes does not write', (name, value) => {
    expect(problemsOf({'zoom-mattermost.json': JSON.stringify(complete)}, {[name]: value})).toEqual([
      `The environment has the unknown name ${name}.`,
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
