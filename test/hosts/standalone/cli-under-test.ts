import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterEach, beforeAll, beforeEach} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {shared} from '../../support/shared/shared.js';

const TEAM = mattermostId('team');
export const ADMIN = mattermostId('admin');

/** How a command of the service ended. */
interface Run {
  status: number;
  said: string;
  complained: string;
}

/** What the tests of the commands find before each of them. */
export interface CliUnderTest {
  /** The built service. */
  script: string;
  /** A Mattermost with a team and its administrator. */
  mattermost: MattermostForService;
  /** Where the commands run, empty at first. */
  folder: string;
  /** @param answers - lines that are typed */
  run(args: readonly string[], answers?: readonly string[], program?: string): Promise<Run>;
  tokenOf(userId: string): string;
  /** The configuration file that `init` wrote. */
  config(): Promise<Record<string, unknown>>;
  /** Bot with the role of an administrator; the service would be at a port where nobody is. */
  init(...options: string[]): Promise<Run>;
}

/** Makes a Mattermost and a folder anew before each test of a file; the object is filled by then. */
export function useCli(): CliUnderTest {
  const cli = {
    async run(args, answers = [], program = cli.script) {
      const child = spawn(process.execPath, [program, ...args], {cwd: cli.folder});
      child.stdin.end(answers.map((line) => `${line}\n`).join(''));
      const [said, complained, [status]] = (await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ])) as [string, string, [number]];
      return {status, said, complained};
    },
    tokenOf: (userId) => cli.mattermost.sessionOf(userId).Authorization.replace('Bearer ', ''),
    config: async () =>
      JSON.parse(await readFile(join(cli.folder, 'zoom-mattermost.json'), 'utf8')) as Record<string, unknown>,
    init: (...options) =>
      cli.run(['init', ...options], [cli.mattermost.siteUrl, cli.tokenOf(ADMIN), ...ANSWERS]),
  } as CliUnderTest;
  beforeAll(async () => {
    cli.script = await shared('service');
  });
  beforeEach(async () => {
    cli.folder = await mkdtemp(join(tmpdir(), 'cli-'));
    cli.mattermost = await createMattermostForService();
    cli.mattermost.seed({
      teams: [{id: TEAM, display_name: 'Design'}],
      users: [{id: ADMIN, username: 'admin', roles: 'system_user system_admin'}],
      teamMembers: [{team_id: TEAM, user_id: ADMIN, scheme_admin: true}],
    });
  });
  afterEach(async () => {
    await cli.mattermost.close();
    await rm(cli.folder, {recursive: true});
  });
  return cli;
}

/** Behind the address of Mattermost and the administrator's token. */
const ANSWERS = ['yes', 'http://127.0.0.1:9', '', 'memory:', 'acc', 'id', 'secret', 'token'];
