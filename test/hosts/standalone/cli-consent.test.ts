import {describe, expect, it} from '@jest/globals';
import {useCli} from './cli-under-test.js';

const cli = useCli();

const SERVICE = 'https://zoom.example.org';

/** Without an account ID, which such apps do not have. */
const typed = (mode: string | readonly string[]): readonly string[] =>
  cli.answers({service: SERVICE, mode, account: []});

describe.each([
  ['user', 'general_user', 'everybody types `/zoom connect`', 'user:read:user, '],
  ['account', 'general_admin', 'a system administrator types `/zoom connect`', 'user:read:user:admin, '],
] as const)('zoom-mattermost init for the connection %s', (mode, appType, then, scopes) => {
  it('proves the app, and says what else Zoom has to know and what people do', async () => {
    cli.zoom.setUpApp(appType);
    const {status, said, complained} = await cli.runHere(['init'], {}, typed(['oauth', mode]));
    expect([status, complained]).toEqual([0, '']);
    expect(said).toContain('Answer one of server_to_server, user, account.');
    expect(said).toContain('Does Zoom accept the credentials? Zoom let this server sign in.');
    expect(said).toContain(`  ${SERVICE}/plugins/zoom/oauth2/complete\n`);
    expect(said).toContain(scopes);
    expect(said).toContain(then);
    const config = await cli.config();
    expect(config).toMatchObject({ConnectionMode: mode, OAuthClientID: cli.zoom.account.clientId});
    expect(config).not.toHaveProperty('AccountID');
  });

  it('asks for no account ID without questions, and check tests what is to be tested', async () => {
    cli.zoom.setUpApp(appType);
    const {status, complained} = await cli.initYes({MM_ZOOM_CONNECTIONMODE: mode, MM_ZOOM_ACCOUNTID: ''});
    expect([status, complained]).toEqual([0, '']);
    const report = JSON.parse((await cli.runHere(['check', '--json'])).said) as {
      checks: readonly {id: string; finding: string}[];
    };
    const findings = report.checks
      .filter(({id}) => ['token', 'account', 'scopes', 'you'].includes(id))
      .map(({finding}) => finding);
    const account = mode === 'account' ? ['account.notConnected'] : [];
    expect(findings).toEqual(['token.works', ...account, 'scopes.untested']);
  });
});

it('zoom-mattermost init tells another kind of app, and asks again', async () => {
  const {clientId, clientSecret} = cli.zoom.account;
  const answers = cli.answers({mode: 'user', account: [], client: [clientId, clientSecret]});
  const run = await cli.runHere(['init'], {}, answers);
  expect(run.said).toContain('This app has no sign-in for people: it is a Server-to-Server OAuth app.');
  expect(run.complained).toContain('The input ended before all questions were answered.');
});
