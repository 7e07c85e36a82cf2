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
import {createZoomSimulator} from '../../../sandbox/zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from '../../../sandbox/zoom/zoom-simulator.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {systemRandom} from '../../../server/lib/system-random.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {shared} from '../../support/shared/shared.js';
import {runInProcess} from './run-in-process.js';

export const TEAM = mattermostId('team');
export const ADMIN = mattermostId('admin');

/** How a command of the service ended. */
interface Run {
  status: number;
  said: string;
  complained: string;
}

/** Lines that answer a question of `init`: more than one where the first ones are wrong. */
interface Answers {
  mattermost: string | readonly string[];
  token: string | readonly string[];
  teams: string | readonly string[];
  role: string | readonly string[];
  service: string | readonly string[];
  mode: string | readonly string[];
  account: string | readonly string[];
  client: string | readonly string[];
  secret: string | readonly string[];
  secretToken: string | readonly string[];
}

/** What the tests of the commands find before each of them. */
export interface CliUnderTest {
  /** The built service. */
  script: string;
  /** A Mattermost with a team and its administrator. */
  mattermost: MattermostForService;
  /** Where the commands run, empty at first. */
  folder: string;
  /** A Zoom; commands are told where it is by their environment. */
  zoom: ZoomSimulator;
  /**
   * @param answers - lines that are typed
   * @param options - another program than the built service; further variables
   */
  run(
    args: readonly string[],
    answers?: readonly string[],
    options?: {program?: string; env?: Readonly<Record<string, string>>},
  ): Promise<Run>;
  /** A command in this process, upon the same file, which is cheaper. `typed`: lines. */
  runHere(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    typed?: readonly string[],
  ): Promise<Run>;
  tokenOf(userId: string): string;
  /** The configuration file that `init` wrote. */
  config(): Promise<Record<string, unknown>>;
  /**
   * Bot with the role of an administrator, in the team; the service would be at a port where nobody is. Typed, in this
   * process.
   */
  init(...options: string[]): Promise<Run>;
  /** The same without a question, in this process, with a store on disk. `changes`: other variables. */
  initYes(changes?: Readonly<Record<string, string>>, ...options: string[]): Promise<Run>;
  /** What answers the questions of `init`, in their order; `changes` by what is asked. */
  answers(changes?: Partial<Answers>): readonly string[];
}

/** Makes a Mattermost and a folder anew before each test of a file; the object is filled by then. */
export function useCli(): CliUnderTest {
  const cli: CliUnderTest = {
    script: '',
    folder: '',
    // Both are made before each test.
    mattermost: undefined as unknown as MattermostForService,
    zoom: undefined as unknown as ZoomSimulator,
    async run(args, answers = [], {program = cli.script, env = {}} = {}) {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: cli.folder,
        env: {...process.env, ...whereZoomIs(cli.zoom), ...env},
      });
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
    runHere: (args, env = {}, typed = []) =>
      runInProcess(
        ['--config', join(cli.folder, 'zoom-mattermost.json'), ...args],
        {...whereZoomIs(cli.zoom), ...env},
        typed,
      ),
    init: (...options) => cli.runHere(['init', ...options], {}, cli.answers()),
    initYes: (changes = {}, ...options) => {
      const {id, clientId, clientSecret, secretToken} = cli.zoom.account;
      const env = {
        MM_ZOOM_MATTERMOSTURL: cli.mattermost.siteUrl,
        MM_ZOOM_ADMINTOKEN: cli.tokenOf(ADMIN),
        MM_ZOOM_TEAMS: 'design',
        MM_ZOOM_SYSTEMADMIN: 'true',
        MM_ZOOM_SERVICEURL: 'http://127.0.0.1:9',
        MM_ZOOM_ACCOUNTID: id,
        MM_ZOOM_OAUTHCLIENTID: clientId,
        MM_ZOOM_OAUTHCLIENTSECRET: clientSecret,
        MM_ZOOM_ZOOMWEBHOOKSECRET: secretToken,
        MM_ZOOM_STORE: `sqlite:${join(cli.folder, 'zoom.db')}`,
        ...changes,
      };
      return cli.runHere(['init', '--yes', ...options], env);
    },
    answers: (changes = {}) => {
      const {id, clientId, clientSecret, secretToken} = cli.zoom.account;
      const all: Answers = {
        mattermost: cli.mattermost.siteUrl,
        token: cli.tokenOf(ADMIN),
        teams: 'all',
        role: 'yes',
        service: 'http://127.0.0.1:9',
        // The usual one.
        mode: '',
        account: id,
        client: clientId,
        secret: clientSecret,
        secretToken,
        ...changes,
      };
      return Object.values<string | readonly string[]>({...all}).flat();
    },
  };
  beforeAll(async () => {
    cli.script = await shared('service');
  });
  beforeEach(async () => {
    cli.folder = await mkdtemp(join(tmpdir(), 'cli-'));
    cli.mattermost = await createMattermostForService();
    cli.zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
    cli.mattermost.seed({
      teams: [{id: TEAM, name: 'design', display_name: 'Design'}],
      users: [{id: ADMIN, username: 'admin', roles: 'system_user system_admin'}],
      teamMembers: [{team_id: TEAM, user_id: ADMIN, scheme_admin: true}],
    });
  });
  afterEach(async () => {
    await cli.mattermost.close();
    await cli.zoom.close();
    await rm(cli.folder, {recursive: true});
  });
  return cli;
}

const whereZoomIs = ({url, apiUrl}: ZoomSimulator): Record<string, string> => ({
  MM_ZOOM_ZOOMURL: url,
  MM_ZOOM_ZOOMAPIURL: apiUrl,
  MM_ZOOM_ALLOWINSECUREZOOMURLS: 'true',
});
